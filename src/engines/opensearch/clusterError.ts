/**
 * What went wrong between us and a cluster. `unreachable`: no node answers; `slow`: no answer in time; `busy`: it keeps
 * refusing work; `full`: a disk of it is nearly full, and it takes nothing more; `unauthorized`, `forbidden`: the credentials;
 * `certificate`, `expired`, `otherName`: the node is not surely who it says it is, since nobody known vouches for it, nobody does any
 * more, or somebody does for another address; `noHttps`: it does not speak TLS; `moved`: it sends one on to another server; `missing`: no corpus of this name; `newer`: written by a
 * newer version of Corpus Explorer; `cut`: an answer broke off; `foreign`: what answers is no OpenSearch or Elasticsearch; `refused`: the
 * cluster says no, for a reason of its own.
 */
export type ClusterRule =
  | 'unreachable'
  | 'slow'
  | 'busy'
  | 'full'
  | 'unauthorized'
  | 'forbidden'
  | 'certificate'
  | 'expired'
  | 'otherName'
  | 'noHttps'
  | 'moved'
  | 'missing'
  | 'newer'
  | 'cut'
  | 'foreign'
  | 'refused';

/**
 * The server is named without credentials; `detail` is the server's or the system's own word. `retryAfterMs`: the server asked to be left
 * alone for so long; 0 when it did not. The message says what happened, which is also `happened`, and what to do.
 */
export class ClusterError extends Error {
  readonly rule: ClusterRule;
  readonly server: string;
  readonly detail: string;
  readonly retryAfterMs: number;
  readonly happened: string;

  constructor(rule: ClusterRule, server: string, detail = '', retryAfterMs = 0) {
    const happened = describe(rule, server, detail);
    const advice = adviceOn(rule);
    super(advice === '' ? happened : `${happened} ${advice}`);
    this.name = 'ClusterError';
    this.rule = rule;
    this.server = server;
    this.detail = detail;
    this.retryAfterMs = retryAfterMs;
    this.happened = happened;
  }
}

/** What happened, in English. */
function describe(rule: ClusterRule, server: string, detail: string): string {
  const because = detail === '' ? '' : ` (${detail})`;
  switch (rule) {
    case 'unreachable':
      return `${server} does not answer${because}.`;
    case 'slow':
      return `${server} did not answer in time${because}.`;
    case 'busy':
      return `${server} is too busy${because}.`;
    case 'full':
      return `${server} takes nothing more: a disk of it is nearly full${because}.`;
    case 'unauthorized':
      return `${server} does not accept the user and password, key or token${because}.`;
    case 'forbidden':
      return `${server} does not let this user do that${because}.`;
    case 'certificate':
      return `The certificate of ${server} cannot be trusted${because}.`;
    case 'expired':
      return `The certificate of ${server} has expired${because}.`;
    case 'otherName':
      return `The certificate of ${server} is for another name${because}.`;
    case 'noHttps':
      return `${server} does not speak https${because}.`;
    case 'moved':
      return `${server} redirects to another address${because}.`;
    case 'missing':
      return `${server} holds no corpus of this name${because}.`;
    case 'newer':
      return `The corpus on ${server} was written by a newer version${because}.`;
    case 'cut':
      return `An answer of ${server} broke off${because}.`;
    case 'foreign':
      return `${server} is not an OpenSearch or Elasticsearch server${because}.`;
    case 'refused':
      return `${server} refused: ${detail}`;
  }
}

/** What to do, in English; empty where nobody can know. */
function adviceOn(rule: ClusterRule): string {
  switch (rule) {
    case 'unreachable':
      return 'Check the address, and whether the server runs.';
    case 'slow':
      return 'Try again, or narrow what you ask for.';
    case 'busy':
      return 'What was written so far is kept; run the same command again later.';
    case 'full':
      return 'What was written so far is kept; make room there, then run the same command again.';
    case 'unauthorized':
      return 'Check them, or ask whoever runs it.';
    case 'forbidden':
      return 'Ask for read, or read and write, rights on the corpus.';
    case 'certificate':
      return "If it is your own authority's, name its file in NODE_EXTRA_CA_CERTS.";
    case 'expired':
      return 'Ask whoever runs it for a new one.';
    case 'otherName':
      return 'Write the address by the name that the certificate gives.';
    case 'noHttps':
      return 'See whether the address should begin with http.';
    case 'moved':
      return 'Write that one, if you trust it.';
    case 'missing':
      return 'Check the name, or fill it first.';
    case 'newer':
      return 'Update Corpus Explorer.';
    case 'cut':
      return 'Try again; if it always does, see whether the address should begin with https.';
    case 'foreign':
      return 'Check the address.';
    case 'refused':
      return '';
  }
}
