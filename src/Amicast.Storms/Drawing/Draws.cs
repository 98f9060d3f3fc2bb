using Amicast.VirtualTime;

namespace Amicast.Storms.Drawing;

/// <summary>What is drawn from lists.</summary>
internal static class Draws
{
    extension(Chance chance)
    {
        /// <summary>One of these, each as likely.</summary>
        internal T OneOf<T>(params IReadOnlyList<T> list) => list[chance.Next(list.Count)];

        /// <summary>All of these, in an order of chance.</summary>
        internal IReadOnlyList<T> Shuffled<T>(IEnumerable<T> list)
        {
            T[] shuffled = [.. list];
            chance.Shuffle(shuffled);
            return shuffled;
        }
    }
}
