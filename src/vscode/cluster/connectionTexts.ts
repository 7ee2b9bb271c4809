import type { ClusterPreset, ConnectionState } from '../../worker/protocol.ts';
import type { L10n } from '../l10n.ts';

/**
 * What is wrong with a connection, and what to do, in a sentence or two. The menu of the status item has room for some ninety
 * characters of it, the server's name among them.
 */
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
    case 'full':
      return l10n.t('A disk of {0} is nearly full: it takes nothing more. Ask whoever runs it.', server);
    case 'unauthorized':
      return l10n.t('{0} does not accept this user and password, key or token. Check them.', server);
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
    case 'expired':
      return l10n.t('The certificate of {0} has expired. Ask whoever runs it for a new one.', server);
    case 'otherName':
      return l10n.t(
        'The certificate of {0} is for another name. Write the address by the name that it gives.',
        server,
      );
    case 'noHttps':
      return l10n.t('{0} does not speak https. See whether the address should begin with http.', server);
    case 'moved':
      return l10n.t('{0} redirects to {1}. Write that address, if you trust it.', server, detail);
    case 'missing':
      return l10n.t('{0} holds no corpus of this name. Check the name, or fill it first.', server);
    case 'newer':
      return l10n.t('The corpus on {0} is of a newer version. Update Corpus Explorer.', server);
    case 'cut':
      return l10n.t('An answer of {0} broke off. Try again; does the address need https?', server);
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

/** Whether the same question may be answered a little later, with nothing changed. */
export function mayPass(rule: string): boolean {
  return ['unreachable', 'slow', 'busy', 'cut'].includes(rule);
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
