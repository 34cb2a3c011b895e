/**
 * The records of a zip file, as `write-zip.ts` makes them and nothing else is read: every entry stored, with
 * its CRC and length in a descriptor behind it. Source: PKWARE's APPNOTE.TXT, section 4.3. All
 * numbers are little-endian.
 */
export const LOCAL = { signature: 0x04034b50, bytes: 30 } as const;
export const DESCRIPTOR = { signature: 0x08074b50, bytes: 16, bytes64: 24 } as const;
export const CENTRAL = { signature: 0x02014b50, bytes: 46 } as const;
export const END = { signature: 0x06054b50, bytes: 22 } as const;
export const END_64 = { signature: 0x06064b50, bytes: 56 } as const;
export const LOCATOR_64 = { signature: 0x07064b50, bytes: 20 } as const;

/** Bit 3: CRC and lengths follow the data. Bit 11: names are UTF-8. Nothing else: no encryption. */
export const FLAGS = 0x0808;
/** Compression method: none. */
export const STORED = 0;
/** A 32-bit or 16-bit field that says: see the Zip64 record. */
export const SEE_64 = 0xffffffff;
export const SEE_64_SHORT = 0xffff;
