using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace McMessaging.Keys;

/// <summary>
/// SipHash-2-4 with 128 bits (Aumasson and Bernstein): as fast as hash tables need it, and without its secret nobody
/// can choose inputs that collide.
/// </summary>
internal readonly struct SipHash(ulong secret0, ulong secret1)
{
    /// <summary>A hash with a secret that nobody knows.</summary>
    public static SipHash WithRandomSecret()
    {
        Span<byte> secret = stackalloc byte[16];
        RandomNumberGenerator.Fill(secret);
        return new SipHash(
            BinaryPrimitives.ReadUInt64LittleEndian(secret), BinaryPrimitives.ReadUInt64LittleEndian(secret[8..]));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public UInt128 Of(ReadOnlySpan<byte> bytes)
    {
        var state = new State(secret0, secret1);
        var last = (ulong)(byte)bytes.Length << 56;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            state.Add(BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            last |= (ulong)bytes[i] << (8 * i);
        }

        state.Add(last);
        return state.Finish();
    }

    private struct State(ulong secret0, ulong secret1)
    {
        private ulong _v0 = secret0 ^ 0x736f6d6570736575;
        private ulong _v1 = secret1 ^ 0x646f72616e646f6d ^ 0xee;
        private ulong _v2 = secret0 ^ 0x6c7967656e657261;
        private ulong _v3 = secret1 ^ 0x7465646279746573;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(ulong word)
        {
            _v3 ^= word;
            Round();
            Round();
            _v0 ^= word;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public UInt128 Finish()
        {
            _v2 ^= 0xee;
            var lower = FourRounds();
            _v1 ^= 0xdd;
            return new UInt128(FourRounds(), lower);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private ulong FourRounds()
        {
            for (var i = 0; i < 4; i++)
            {
                Round();
            }

            return _v0 ^ _v1 ^ _v2 ^ _v3;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Round()
        {
            _v0 += _v1;
            _v1 = BitOperations.RotateLeft(_v1, 13) ^ _v0;
            _v0 = BitOperations.RotateLeft(_v0, 32);
            _v2 += _v3;
            _v3 = BitOperations.RotateLeft(_v3, 16) ^ _v2;
            _v0 += _v3;
            _v3 = BitOperations.RotateLeft(_v3, 21) ^ _v0;
            _v2 += _v1;
            _v1 = BitOperations.RotateLeft(_v1, 17) ^ _v2;
            _v2 = BitOperations.RotateLeft(_v2, 32);
        }
    }
}
