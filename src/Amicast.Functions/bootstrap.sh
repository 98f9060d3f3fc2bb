#!/bin/sh
# What Lambda starts: the program that was published for the machine's architecture. Builtins alone but for uname: this is part of every cold start.
case $(uname -m) in
  x86_64 | amd64) architecture=x86_64 runtime=linux-x64 ;;
  *) architecture=arm64 runtime=linux-arm64 ;;
esac
program=${LAMBDA_TASK_ROOT:-${0%/*}}/$architecture/bootstrap
if [ ! -x "$program" ]; then
  echo "There is no program for $architecture: dotnet publish src/Amicast.Functions -c Release -r $runtime, then deploy again." >&2
  exit 1
fi
exec "$program"
