import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onExit } from '../vscodeHost/onExit.ts';
import { findJava } from './java.ts';
import { servers, serverClassPath, type ServerKind } from './serverLibraries.ts';

export interface ClusterPlan {
  /** OpenSearch when absent. */
  readonly server?: ServerKind;
  readonly nodes: number;
  /** Of each node's heap, in megabytes. */
  readonly heapMb: number;
  readonly say: (line: string) => void;
}

interface ClusterNode {
  readonly name: string;
  readonly httpPort: number;
  readonly transportPort: number;
  process: ChildProcess | undefined;
}

/** How long a cluster may take to be whole, on a busy machine. */
const startTimeoutMs = 300_000;

/** Starts a cluster; or says why this machine cannot. */
export async function startCluster(plan: ClusterPlan): Promise<TestCluster | { readonly problem: string }> {
  const java = await findJava();
  if (java === undefined) return { problem: 'there is no Java 21 or newer' };
  const libraries = await serverClassPath(plan.server ?? 'opensearch', plan.say);
  if ('problem' in libraries) return libraries;
  for (let tries = 1; ; tries++) {
    const cluster = new TestCluster(java, libraries.classPath, plan, await freePorts(plan.nodes * 2));
    try {
      await cluster.start();
      return cluster;
    } catch (error) {
      await cluster.stop();
      // A port that was free a moment ago may be somebody's now.
      if (tries === 2) throw error;
      plan.say(`The cluster did not start (${String(error)}); trying once more.`);
    }
  }
}

/**
 * Real nodes on the loopback interface, each a Java process of its own with its data in a temporary folder. They end
 * with this process, and their data with them.
 */
export class TestCluster {
  private readonly java: string;
  private readonly classPath: string;
  private readonly plan: ClusterPlan;
  private readonly folder: string;
  private readonly nodes: readonly ClusterNode[];
  private readonly forget: () => void;

  constructor(java: string, classPath: string, plan: ClusterPlan, ports: readonly number[]) {
    this.java = java;
    this.classPath = classPath;
    this.plan = plan;
    this.folder = mkdtempSync(path.join(tmpdir(), 'corpus-explorer-cluster-'));
    this.nodes = Array.from({ length: plan.nodes }, (_, i) => ({
      name: `node-${i + 1}`,
      httpPort: ports[2 * i]!,
      transportPort: ports[2 * i + 1]!,
      process: undefined,
    }));
    this.forget = onExit(() => {
      for (const node of this.nodes) node.process?.kill('SIGKILL');
      rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
    });
  }

  private get server() {
    return servers[this.plan.server ?? 'opensearch'];
  }

  get addresses(): readonly string[] {
    return this.nodes.map(({ httpPort }) => `http://127.0.0.1:${httpPort}`);
  }

  async start(): Promise<void> {
    this.plan.say(`Starting ${this.nodes.length} ${this.server.title} nodes …`);
    for (const node of this.nodes) this.startNode(node);
    await this.whenWhole(this.nodes.length);
    this.plan.say(`The cluster answers at ${this.addresses.join(', ')}`);
  }

  /** Ends a node at once, as a power cut does. */
  async kill(node: number): Promise<void> {
    const { process: child } = this.nodes[node]!;
    if (child === undefined) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    this.nodes[node]!.process = undefined;
  }

  /** Stops a node from doing anything, without closing its connections; `resume` lets it go on. */
  pause(node: number): void {
    this.nodes[node]!.process?.kill('SIGSTOP');
  }

  resume(node: number): void {
    this.nodes[node]!.process?.kill('SIGCONT');
  }

  /** Brings a node back that was killed, with the data it had, and waits until the cluster is whole. */
  async restart(node: number): Promise<void> {
    if (this.nodes[node]!.process === undefined) this.startNode(this.nodes[node]!);
    await this.whenWhole(this.nodes.filter(({ process: child }) => child).length);
  }

  /** Waits until so many nodes are one cluster, and every part of every index is where it should be. */
  async whenWhole(nodes: number): Promise<void> {
    const deadline = Date.now() + startTimeoutMs;
    for (;;) {
      const health = await this.health();
      if (health?.number_of_nodes === nodes && health.status === 'green') return;
      const dead = this.nodes.find(({ process: child }) => child && child.exitCode !== null);
      if (dead) throw new Error(`${dead.name} ended by itself; see ${this.logFile(dead)}`);
      if (Date.now() > deadline) throw new Error(`The cluster is not whole: ${JSON.stringify(health)}`);
      await sleep(500);
    }
  }

  async stop(): Promise<void> {
    const running = this.nodes.flatMap(({ process: child }) => child ?? []);
    const ended = Promise.all(running.map((child) => new Promise((resolve) => child.once('exit', resolve))));
    for (const child of running) child.kill('SIGTERM');
    await Promise.race([ended, sleep(20_000)]);
    for (const child of running) if (child.exitCode === null) child.kill('SIGKILL');
    this.forget();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private async health(): Promise<{ number_of_nodes: number; status: string } | undefined> {
    for (const address of this.addresses) {
      try {
        const response = await fetch(`${address}/_cluster/health`, { signal: AbortSignal.timeout(5000) });
        if (response.ok) return (await response.json()) as { number_of_nodes: number; status: string };
      } catch {
        // It is still starting, or it was killed.
      }
    }
    return undefined;
  }

  private logFile({ name }: ClusterNode): string {
    return path.join(this.folder, `${name}.log`);
  }

  private startNode(node: ClusterNode): void {
    mkdirSync(this.folder, { recursive: true });
    const seeds = this.nodes.map(({ transportPort }) => `127.0.0.1:${transportPort}`).join(',');
    const names = this.nodes.map(({ name }) => name).join(',');
    const heap = `${this.plan.heapMb}m`;
    const child = spawn(
      this.java,
      [
        // Short lives: code that is compiled once is fast enough, and starts sooner.
        ...[`-Xms${heap}`, `-Xmx${heap}`, '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'],
        ...['-cp', this.classPath, path.join(import.meta.dirname, this.server.nodeFile)],
        ...[path.join(this.folder, node.name), 'corpus-explorer-test', node.name],
        ...[String(node.httpPort), String(node.transportPort), seeds, names],
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const log = createWriteStream(this.logFile(node), { flags: 'a' });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    node.process = child;
  }
}

/** Ports that were free a moment ago. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => {
          server.listen(0, '127.0.0.1', () => {
            resolve((server.address() as { port: number }).port);
          });
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
