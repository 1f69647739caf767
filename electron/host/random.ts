/** Uniform in [0, 1), of 48 bits. */
export const randomFraction = (randomBytes: (count: number) => Uint8Array): number =>
  Buffer.from(randomBytes(6)).readUIntBE(0, 6) / 2 ** 48
