import {
  describeCurationProblem,
  curationSentences,
  type EntityChoice,
  type EntityType,
  type Evidence,
  type PassageChoice,
} from '../../core/index.ts';
import type { CurationEdit } from '../../worker/protocol.ts';
import { kindName } from '../clean/evidenceText.ts';
import type { L10n } from '../l10n.ts';
import type { Refusal } from './writeChoices.ts';

/** Why a choice could not be kept, and what to do. */
export function refusalText(l10n: L10n, reason: Refusal): string {
  switch (reason) {
    case 'untrusted':
      return l10n.t(
        'Nothing is written in a folder that is not trusted. Trust the workspace, then try again.',
      );
    case 'foreign':
      return l10n.t('Names and dates of this index are those of another program: put them right there.');
    case 'noRights':
      return l10n.t(
        'There is no right to write .corpus/curation.yaml. Make the folder writable, then try again.',
      );
    case 'notReadable':
      return l10n.t(
        '.corpus/curation.yaml has an error, so that nothing can be added. Put it right, then try again.',
      );
    case 'notEditable':
      return l10n.t(
        '.corpus/curation.yaml is written so that no line can be added or taken out. Edit it by hand.',
      );
    case 'changedSince':
      return l10n.t(
        '.corpus/curation.yaml says something else of it by now, so that nothing was taken back. Edit it by hand.',
      );
    case 'busy':
      return l10n.t('Somebody else is writing .corpus/curation.yaml. Try again in a moment.');
    case 'failed':
      return l10n.t('.corpus/curation.yaml could not be written. The log says why.');
  }
}

/** What a choice comes to, in a sentence. */
export function confirmationText(
  l10n: L10n,
  edit: CurationEdit,
  { isUnsaved, isInCluster }: { readonly isUnsaved: boolean; readonly isInCluster: boolean },
): string {
  const text = edit.action === 'remove' ? l10n.t('Your choice is taken back.') : setText(l10n, edit);
  const more: string[] = [];
  if (isInCluster && bearsOnTexts(edit))
    more.push(l10n.t('It holds in what you open; the lists know it once the corpus is filled with it.'));
  if (isUnsaved)
    more.push(l10n.t('It holds once you save .corpus/curation.yaml, which has changes of yours.'));
  return [text, ...more].join(' ');
}

/** It changes what is read in a text: the index of a cluster knows that only from where the texts are analysed. */
function bearsOnTexts(edit: CurationEdit): boolean {
  if (edit.section === 'passages') return true;
  const { section, choice } = edit;
  return section === 'entities' && choice.action === 'isEntity' && choice.to === 'true';
}

/** What is wrong in the file, in the user's language. */
export function problemText(l10n: L10n, { rule, values }: Evidence): string {
  const sentence = curationSentences[rule];
  return describeCurationProblem(
    { rule, ...(values && { values }) },
    sentence === undefined ? {} : { [rule]: l10n.t(sentence) },
  );
}

function setText(l10n: L10n, edit: CurationEdit): string {
  switch (edit.section) {
    case 'passages':
      return passageText(l10n, edit.choice);
    case 'entities':
      return entityText(l10n, edit.choice);
    case 'searches':
      return l10n.t('The search is saved as “{0}”.', edit.choice.name);
    case 'dates':
      return edit.choice.date === null
        ? l10n.t('The article has no publication date now, as you say.')
        : l10n.t('The publication date is {0} now, as you say.', edit.choice.date);
  }
}

function entityText(l10n: L10n, { entity, type, action, to }: EntityChoice): string {
  switch (action) {
    case 'rename':
      return l10n.t('“{0}” is called “{1}” now.', entity, to);
    case 'mergeInto':
      return l10n.t('“{0}” is the same as “{1}” now.', entity, to);
    case 'splitFrom':
      return l10n.t('“{0}” is not taken for “{1}” any more.', entity, to);
    case 'changeType':
      return {
        ORG: l10n.t('“{0}” is an organization now.', entity),
        PER: l10n.t('“{0}” is a person now.', entity),
        LOC: l10n.t('“{0}” is a place now.', entity),
      }[to as EntityType];
    case 'isEntity':
      return {
        ORG: l10n.t('“{0}” is an organization, as you say.', entity),
        PER: l10n.t('“{0}” is a person, as you say.', entity),
        LOC: l10n.t('“{0}” is a place, as you say.', entity),
      }[type];
    case 'notAnEntity':
      return l10n.t('“{0}” is not shown as an entity any more.', entity);
  }
}

function passageText(l10n: L10n, { is, outlet, article }: PassageChoice): string {
  if (is === 'article') {
    if (outlet !== undefined)
      return l10n.t('It is part of the article now, wherever it stands in “{0}”.', outlet);
    return article === undefined
      ? l10n.t('It is part of the article now, wherever it stands in the corpus.')
      : l10n.t('It is part of this article now.');
  }
  const kind = kindName(l10n, is);
  if (outlet !== undefined) {
    return l10n.t('It is boilerplate now ({0}), wherever it stands in “{1}”.', kind, outlet);
  }
  return article === undefined
    ? l10n.t('It is boilerplate now ({0}), wherever it stands in the corpus.', kind)
    : l10n.t('It is boilerplate now ({0}), in this article.', kind);
}
