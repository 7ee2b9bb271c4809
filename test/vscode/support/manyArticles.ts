import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const places = ['Sète', 'Oran', 'Gênes', 'Bizerte', 'Saint-Louis', 'Cadix', 'Tétouan', 'Ajaccio'];
const actors = [
  'la coopérative',
  'le chantier',
  'la régie',
  "l'armateur",
  'la chambre de commerce',
  'le syndicat',
  'la fonderie',
];
const deeds = [
  'rouvre',
  'agrandit',
  'cède',
  'inaugure',
  'répare',
  'ferme',
  'rachète',
  'expose',
  'déplace',
  'défend',
  'assure',
];
const things = [
  'son quai',
  'sa halle',
  'ses silos',
  'sa flotte',
  'son école',
  'ses archives',
  'sa grue',
  'son phare',
  'ses ateliers',
];
const times = [
  'avant la fête',
  'dès lundi',
  'pour dix ans',
  'malgré le vent',
  'sans attendre',
  'au printemps',
  'après la grève',
];

/** Writes articles of some 800 characters, no two sentences in a row the same, one day apart from 2010 on, in 20 folders. */
export function writeManyArticles(folder: string, count: number): void {
  for (let i = 0; i < count; i++) {
    const outlet = path.join(folder, `journal-${i % 20}`);
    mkdirSync(outlet, { recursive: true });
    const date = new Date(Date.UTC(2010, 0, 1 + i));
    const day = date.toLocaleDateString('fr', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    const body = Array.from({ length: 10 }, (_, sentence) => sentenceOf(i * 10 + sentence)).join(' ');
    writeFileSync(
      path.join(outlet, `${i}.txt`),
      `${sentenceOf(i * 7919).slice(0, -1)}\n\nPublié le ${day}\n\n${body}\n`,
    );
  }
}

function sentenceOf(seed: number): string {
  const pick = (list: readonly string[], step: number): string =>
    list[Math.floor(seed / step) % list.length]!;
  return `À ${pick(places, 1)}, ${pick(actors, 3)} ${pick(deeds, 5)} ${pick(things, 7)} ${pick(times, 11)}, la ${seed}e fois.`;
}
