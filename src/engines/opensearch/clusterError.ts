/**
 * What went wrong between us and a cluster. `unreachable`: no node answers; `slow`: no answer in time; `busy`: it keeps
 * refusing work; `full`: a disk of it is nearly full, and it takes nothing more; `unauthorized`, `forbidden`: the credentials; `certificate`: the node is not who it says it is; `missing`: no
 * corpus of this name; `newer`: written by a newer version of Corpus Explorer; `cut`: an answer broke off; `foreign`: what answers is no
 * OpenSearch or Elasticsearch; `refused`: the cluster says no, for a reason of its own.
 */
export type ClusterRule =
  | 'unreachable'
  | 'slow'
  | 'busy'
  | 'full'
  | 'unauthorized'
  | 'forbidden'
  | 'certificate'
  | 'missing'
  | 'newer'
  | 'cut'
  | 'foreign'
  | 'refused';

/** The server is named without credentials; `detail` is the server's or the system's own word. */
export class ClusterError extends Error {
  readonly rule: ClusterRule;
  readonly server: string;
  readonly detail: string;

  constructor(rule: ClusterRule, server: string, detail = '') {
    super(describe(rule, server, detail));
    this.name = 'ClusterError';
    this.rule = rule;
    this.server = server;
    this.detail = detail;
  }
}

/** What happened and what to do, in English. */
function describe(rule: ClusterRule, server: string, detail: string): string {
  const because = detail === '' ? '' : ` (${detail})`;
  switch (rule) {
    case 'unreachable':
      return `${server} does not answer${because}. Check the address, and whether the server runs.`;
    case 'slow':
      return `${server} did not answer in time${because}. Try again, or narrow what you ask for.`;
    case 'busy':
      return `${server} is too busy${because}. What was written so far is kept; run the same command again later.`;
    case 'full':
      return `${server} takes nothing more: a disk of it is nearly full${because}. What was written so far is kept; make room there, then run the same command again.`;
    case 'unauthorized':
      return `${server} does not accept the user and password, key or token${because}.`;
    case 'forbidden':
      return `${server} does not let this user do that${because}. Ask for read, or read and write, rights on the corpus.`;
    case 'certificate':
      return `The certificate of ${server} cannot be trusted${because}. If it is your own authority's, name its file in NODE_EXTRA_CA_CERTS.`;
    case 'missing':
      return `${server} holds no corpus of this name${because}. Check the name, or fill it first.`;
    case 'newer':
      return `The corpus on ${server} was written by a newer version${because}. Update Corpus Explorer.`;
    case 'cut':
      return `An answer of ${server} broke off${because}. Try again; if it always does, see whether the address should begin with https.`;
    case 'foreign':
      return `${server} is not an OpenSearch or Elasticsearch server${because}.`;
    case 'refused':
      return `${server} refused: ${detail}`;
  }
}
