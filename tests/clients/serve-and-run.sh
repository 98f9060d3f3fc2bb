#!/usr/bin/env bash
# serve-and-run.sh COMMAND...: starts the built `amicast serve` on a free port at SPEED, an hour a second unless it is set, runs the command with the environment in which
# any AWS client finds it, and stops it as Ctrl-C does. Passes if the command does, and the server says nothing wrong and exits with 130.
set -uo pipefail
# Job control: without it bash starts what runs in the background deaf to SIGINT.
set -m
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet "$here/../../src/Amicast.Cli/bin/${CONFIGURATION:-Debug}/net10.0/Amicast.Cli.dll" serve --port 0 --speed "${SPEED:-3600}" >"$work/out.txt" 2>"$work/err.txt" &
server=$!
url=
for _ in $(seq 300); do
  url=$(sed -n 's/^The simulated account .* is at \(http.*\)$/\1/p' "$work/out.txt")
  [ -n "$url" ] && break
  kill -0 "$server" 2>/dev/null || { echo "amicast serve ended:"; cat "$work/err.txt"; exit 1; }
  sleep 0.1
done
[ -n "$url" ] || { echo "amicast serve did not say where it is"; kill "$server"; exit 1; }

export AWS_ENDPOINT_URL=$url AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1
# Nothing of the machine's own configuration takes part, and nobody looks for the credentials of an EC2 instance.
export AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null AWS_EC2_METADATA_DISABLED=true AWS_PAGER=
unset AWS_PROFILE AWS_DEFAULT_PROFILE AWS_SESSION_TOKEN
"$@"
status=$?

kill -INT "$server"
wait "$server"
stopped=$?
cat "$work/err.txt"
[ "$status" = 0 ] || echo "$1 exited with $status"
[ "$stopped" = 130 ] || echo "amicast serve exited with $stopped instead of 130"
[ "$status" = 0 ] && [ "$stopped" = 130 ] && [ ! -s "$work/err.txt" ]
