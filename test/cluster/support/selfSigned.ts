import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findJava } from '../../../scripts/cluster/java.ts';

/** A certificate that no authority has signed, made by the tool that comes with Java. */
export async function selfSigned(
  folder: string,
): Promise<{ readonly pfx: Buffer; readonly passphrase: string }> {
  const java = await findJava();
  if (java === undefined) throw new Error('these tests run where there is Java');
  const file = path.join(folder, 'self-signed.p12');
  const passphrase = 'of-a-test';
  execFileSync(path.join(path.dirname(java), process.platform === 'win32' ? 'keytool.exe' : 'keytool'), [
    ...['-genkeypair', '-alias', 'test', '-keyalg', 'EC', '-validity', '2', '-dname', 'CN=localhost'],
    ...['-ext', 'san=ip:127.0.0.1', '-storetype', 'PKCS12', '-keystore', file, '-storepass', passphrase],
  ]);
  return { pfx: readFileSync(file), passphrase };
}
