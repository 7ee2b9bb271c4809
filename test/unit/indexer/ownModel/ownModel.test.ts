import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadModels } from '../../../../src/indexer/models.ts';
import { openAnalyzer } from '../../../../src/indexer/articleAnalyzer.ts';
import { inspectOwnModel, openOwnModel } from '../../../../src/indexer/ownModel/ownModel.ts';
import { OwnModelProblem } from '../../../../src/indexer/ownModel/ownModelProblem.ts';
import { projectDir } from '../../cli/runInMemory.ts';
import { onnxLookup } from './onnxFile.ts';
import { tinyLabels, tinyLead, writeTinyModel } from './tinyModel.ts';

const words = {
  Quellor: 'B-ORG',
  Mines: 'I-ORG',
  Ada: 'B-PER',
  Lorne: 'I-PER',
  Bresk: 'B-LOC',
  Prix: 'B-MISC',
} as const;

describe('a model of the user’s own', function () {
  this.timeout(60_000);
  let folder = '';
  beforeEach(() => {
    folder = writeTinyModel(path.join(mkdtempSync(path.join(tmpdir(), 'model-')), 'model'), words);
  });
  afterEach(() => {
    rmSync(path.dirname(folder), { recursive: true, force: true, maxRetries: 5 });
  });

  const whole = (text: string) => [{ start: 0, end: text.length }];
  const problemOf = async (work: Promise<unknown>): Promise<string> => {
    try {
      await work;
    } catch (error) {
      assert.ok(error instanceof OwnModelProblem, String(error));
      return error.evidence.rule;
    }
    return 'none';
  };

  it('gives the names that it knows, where they stand, with its confidence', async () => {
    const text = 'Hier, Quellor Mines a ouvert l’usine de Bresk.\nAda Lorne dirige Quellor.';
    const names = await (await openOwnModel(folder)).recognise(text, whole(text));
    assert.deepEqual(
      names.map(({ text: name, type }) => `${type} ${name}`),
      ['ORG Quellor Mines', 'LOC Bresk', 'PER Ada Lorne', 'ORG Quellor'],
    );
    const sure = 1 / (1 + (tinyLabels.length - 1) * Math.exp(-tinyLead));
    for (const { start, end, text: name, confidence } of names) {
      assert.equal(text.slice(start, end), name);
      // The other label of its type has a small chance of its own.
      assert.ok(Math.abs(confidence - sure) < 0.01, `${name} ${confidence}`);
    }
  });

  it('parts names that a label begins anew, and goes over no line', async () => {
    const text = 'Bresk Bresk\nQuellor\nMines';
    const names = await (await openOwnModel(folder)).recognise(text, whole(text));
    assert.deepEqual(
      names.map(({ text: name }) => name),
      ['Bresk', 'Bresk', 'Quellor', 'Mines'],
    );
  });

  it('looks for names in the zones only', async () => {
    const text = 'Bresk, Quellor, Bresk.';
    const names = await (await openOwnModel(folder)).recognise(text, [{ start: 6, end: 15 }]);
    assert.deepEqual(
      names.map(({ text: name }) => name),
      ['Quellor'],
    );
  });

  it('reads what is longer than the model takes in stretches', async () => {
    const text = `${'un mot de plus, '.repeat(60)}Quellor Mines. ${'Et Bresk aussi. '.repeat(30)}`;
    const names = await (await openOwnModel(folder)).recognise(text, whole(text));
    assert.equal(names.filter(({ text: name }) => name === 'Bresk').length, 30);
    assert.equal(names[0]?.text, 'Quellor Mines');
  });

  it('takes the place of ours, and all else of an analysis is the same', async () => {
    const models = loadModels(path.join(projectDir, 'models'));
    const record = {
      id: 'a.txt',
      text: 'Bresk : Quellor Mines ouvre une usine\n\nQuellor Mines, filiale du Prix, a ouvert une usine à Bresk, a annoncé Ada Lorne. M. Lorne dirige Quellor Mines depuis 2012.',
    };
    const ours = await (await openAnalyzer(models))(record);
    const own = await (await openAnalyzer(models, folder))(record);
    assert.deepEqual(own.metadata, ours.metadata);
    assert.deepEqual(own.boilerplate, ours.boilerplate);
    const entities = own.linked.entities.map(({ type, name }) => `${type} ${name}`);
    assert.deepEqual(entities, ['LOC Bresk', 'ORG Quellor Mines', 'PER Ada Lorne']);
  });

  it('is told from others by what is in its files', async () => {
    const version = await inspectOwnModel(folder);
    assert.equal(await inspectOwnModel(folder), version);
    const other = writeTinyModel(path.join(path.dirname(folder), 'other'), words);
    assert.equal(await inspectOwnModel(other), version);
    writeTinyModel(other, { ...words, Bresk: 'B-ORG' });
    assert.notEqual(await inspectOwnModel(other), version);
  });

  it('says what is missing or wrong, and what to do', async () => {
    assert.equal(await problemOf(inspectOwnModel(path.join(folder, 'none'))), 'ownModelFolderMissing');
    writeFileSync(path.join(folder, 'config.json'), '{"id2label": {"0": "POSITIVE"}}');
    assert.equal(await problemOf(inspectOwnModel(folder)), 'ownModelNoNames');
    writeFileSync(path.join(folder, 'config.json'), '{');
    assert.equal(await problemOf(inspectOwnModel(folder)), 'ownModelFileUnreadable');
    for (const name of ['config.json', 'tokenizer.json', 'model.onnx']) {
      writeTinyModel(folder, words);
      rmSync(path.join(folder, name));
      assert.equal(await problemOf(inspectOwnModel(folder)), 'ownModelFileMissing', name);
    }
    await assert.rejects(
      inspectOwnModel(folder),
      (error: Error) => error.message.includes(folder) && error.message.includes('model.onnx'),
    );
  });

  it('does not begin with a model that cannot be run', async () => {
    writeFileSync(path.join(folder, 'model.onnx'), 'no model');
    assert.equal(await problemOf(openOwnModel(folder)), 'ownModelFailed');
    writeFileSync(path.join(folder, 'model.onnx'), onnxLookup(Array.from({ length: 400 }, () => [0, 1])));
    assert.equal(await problemOf(openOwnModel(folder)), 'ownModelFailed');
    writeTinyModel(folder, words);
    writeFileSync(path.join(folder, 'tokenizer.json'), '{"model": {"type": "Unheard"}}');
    assert.equal(await problemOf(openOwnModel(folder)), 'ownModelFileUnreadable');
  });

  it('is run by the package in its folder before any other', async () => {
    const modules = path.join(folder, 'node_modules', 'onnxruntime-node');
    symlinkSync(path.dirname(folder), path.join(folder, 'node_modules'), 'junction');
    writeTinyModel(modules, {});
    writeFileSync(path.join(modules, 'package.json'), '{"name": "onnxruntime-node", "main": "broken.js"}');
    writeFileSync(path.join(modules, 'broken.js'), 'throw new Error("built for another machine");');
    await assert.rejects(openOwnModel(folder), /onnxruntime-node.*built for another machine/);
  });
});
