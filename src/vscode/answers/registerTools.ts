import {
  LanguageModelTextPart,
  LanguageModelToolResult,
  lm,
  type LanguageModelTool,
  type LanguageModelToolInvocationOptions,
} from 'vscode';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import type { Services } from '../services.ts';

/** As declared in the manifest. */
const toolNames = ['corpus_search', 'corpus_concordance', 'corpus_entity', 'corpus_together'] as const;

/** The questions that a language model in VS Code may ask of the corpora of the window. They read, and write nothing. */
export function registerTools(services: Services): Disposable {
  const store = new DisposableStore();
  for (const name of toolNames) store.add(lm.registerTool(name, toolOf(services, name)));
  return store;
}

function toolOf({ corpora, worker, l10n }: Services, tool: string): LanguageModelTool<object> {
  return {
    prepareInvocation: () => ({ invocationMessage: l10n.t('Looking in the corpus') }),
    async invoke({ input }: LanguageModelToolInvocationOptions<object>) {
      await corpora.start();
      const texts: string[] = [];
      for (const { root, name, isOpen } of corpora.all) {
        if (!isOpen) continue;
        const { text } = await worker.client.answerTool({ root, tool, input });
        texts.push(corpora.all.length > 1 ? `${name}:\n${text}` : text);
      }
      return new LanguageModelToolResult([
        new LanguageModelTextPart(texts.join('\n\n') || 'No corpus is open.'),
      ]);
    },
  };
}
