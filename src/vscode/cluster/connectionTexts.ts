import type { ClusterPreset, ConnectionState } from '../../worker/protocol.ts';
import type { L10n } from '../l10n.ts';

/** What is wrong with a connection, and what to do, in a sentence or two. */
export function problemText(
  l10n: L10n,
  { rule, server, detail }: Omit<Extract<ConnectionState, { kind: 'lost' }>, 'kind'>,
): string {
  switch (rule) {
    case 'unreachable':
      return l10n.t(
        '{0} does not answer. Check the address, the network, and whether the server runs.',
        server,
      );
    case 'slow':
      return l10n.t('{0} did not answer in time. Try again, or narrow what you ask for.', server);
    case 'busy':
      return l10n.t('{0} has too much to do. Try again later.', server);
    case 'unauthorized':
      return l10n.t('{0} does not accept the user and password, key or token.', server);
    case 'forbidden':
      return l10n.t(
        '{0} does not let this user read the corpus. Ask whoever runs it for the right to read.',
        server,
      );
    case 'certificate':
      return l10n.t(
        'The certificate of {0} cannot be trusted ({1}). If an authority of your own issued it, name its file in the environment variable NODE_EXTRA_CA_CERTS and start VS Code again.',
        server,
        detail,
      );
    case 'missing':
      return l10n.t('{0} holds no corpus of this name. Check the name, or fill it first.', server);
    case 'newer':
      return l10n.t(
        'The corpus on {0} was written by a newer version of Corpus Explorer. Update the extension.',
        server,
      );
    case 'cut':
      return l10n.t(
        'An answer of {0} broke off. Try again; if it always does, see whether the address should begin with https.',
        server,
      );
    case 'foreign':
      return l10n.t('{0} is no OpenSearch or Elasticsearch server. Check the address.', server);
    case 'address':
      return l10n.t('This is no address like https://host:9200/name.');
    default:
      return l10n.t('{0} refused: {1}', server, detail);
  }
}

/** Whether another user, password, key or token may help. */
export function isAboutSigningIn(rule: string): boolean {
  return rule === 'unauthorized' || rule === 'forbidden';
}

/** What another program is called. */
export function presetName(preset: Exclude<ClusterPreset, 'corpusExplorer'>): string {
  return preset === 'datashare' ? 'Datashare' : 'OpenAleph';
}

/** What an index of another program cannot say, in a sentence. */
export function unknownThere(l10n: L10n): string {
  return l10n.t(
    'Names are as it found them; it does not know facts, copies, boilerplate and doubts about dates, so that those views stay empty.',
  );
}
