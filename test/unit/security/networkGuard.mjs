// Loaded before everything else in a process and its threads: whatever would reach a network fails, and is written down.
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';

function refuse(what) {
  appendFileSync(process.env.NETWORK_LOG, `${what}\n${new Error().stack}\n`);
  throw new Error(`no network: ${what}`);
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  // A path is a pipe to another process of this machine.
  if (typeof options === 'object' && options?.path !== undefined) return connect.apply(this, args);
  return refuse(`connect ${JSON.stringify(options)}`);
};
net.Server.prototype.listen = () => refuse('listen');
dgram.Socket.prototype.send = () => refuse('send');
dgram.Socket.prototype.bind = () => refuse('bind');
for (const [where, name] of [dns, dns.promises].flatMap((module) =>
  Object.keys(module).map((each) => [module, each]),
))
  if (/^(lookup|resolve|reverse)/.test(name) && typeof where[name] === 'function')
    where[name] = () => refuse(`dns ${name}`);
globalThis.fetch = () => refuse('fetch');
