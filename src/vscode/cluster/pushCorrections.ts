import { ProgressLocation, window } from 'vscode';
import type { Curation } from '../../core/index.ts';
import type { PushedCorrections } from '../../worker/protocol.ts';
import { countCorrections, formatNumber, isOne, type L10n } from '../l10n.ts';
import type { Services } from '../services.ts';
import type { ClusterCorpus } from './clusterCorpus.ts';
import { problemText } from './connectionTexts.ts';

/** What of a reader's corrections can be written into a corpus: on entities and dates. */
export function countPushed({ entities = [], dates }: Curation): number {
  return entities.length + dates.length;
}

/** Push Corrections…: asks, then writes what the reader put right into the corpus, for all who read it. */
export async function pushCorrections(
  { curation, worker, l10n, log }: Services,
  corpus: ClusterCorpus,
): Promise<void> {
  const { name, root } = corpus;
  if (corpus.isForeign) {
    void window.showInformationMessage(
      l10n.t('{0} is an index of another program: Corpus Explorer never writes to it.', name),
    );
    return;
  }
  const count = countPushed(await curation.read(root));
  if (count === 0) {
    void window.showInformationMessage(
      l10n.t('You have put nothing right in {0} yet that could be pushed: entities and dates.', name),
    );
    return;
  }
  const push = l10n.t('Push');
  const answer = await window.showWarningMessage(
    l10n.t('Push what you put right into {0}?', name),
    {
      modal: true,
      detail: [
        l10n.t('{0} of entities and dates, for all who read it.', countCorrections(l10n, count)),
        l10n.t('What others pushed of the same entities and articles is replaced.'),
      ].join(' '),
    },
    push,
  );
  if (answer !== push) return;
  const pushed = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Pushing corrections into {0}…', name) },
    () => worker.client.pushCuration(root),
  );
  await corpus.refresh();
  if ('problem' in pushed) {
    log.warn(`${root}: ${pushed.problem.rule}: ${pushed.problem.detail}`);
    void window.showErrorMessage(refusedText(l10n, pushed.problem));
  } else void window.showInformationMessage(pushedText(l10n, name, pushed));
}

type Problem = Extract<PushedCorrections, { problem: unknown }>['problem'];

function refusedText(l10n: L10n, problem: Problem): string {
  if (problem.rule !== 'forbidden') return problemText(l10n, problem);
  return l10n.t(
    '{0} does not let this user write into the corpus. Ask whoever runs it for the right, or send them your file of corrections.',
    problem.server,
  );
}

function pushedText(
  l10n: L10n,
  name: string,
  { entities, dated, unknown }: Exclude<PushedCorrections, { problem: unknown }>,
): string {
  const done = l10n.t('Pushed into {0}: {1}.', name, countCorrections(l10n, entities + dated));
  if (unknown.length === 0) return done;
  const count = formatNumber(l10n, unknown.length);
  const left = isOne(l10n, unknown.length)
    ? l10n.t('{0} date was left out: the corpus does not hold its article.', count)
    : l10n.t('{0} dates were left out: the corpus does not hold their articles.', count);
  return `${done} ${left}`;
}
