/** A file in a zip archive. Sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  readonly packedSize: number;
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/** The entries that a zip archive's central directory lists (PKWARE APPNOTE 4.3.12); no zip64, no comment after the directory. */
export function zipEntries(archive: Buffer): ZipEntry[] {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || archive.readUInt32LE(end) !== endOfDirectory) throw new Error('not a zip archive');
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    if (archive.readUInt32LE(at) !== directoryEntry) throw new Error(`no zip entry at byte ${at}`);
    const nameLength = archive.readUInt16LE(at + 28);
    const entry = {
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      size: archive.readUInt32LE(at + 24),
      packedSize: archive.readUInt32LE(at + 20),
    };
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    return entry;
  });
}
