import { element, tell } from './host.ts';
import { toOverTime, type ChartPeriod, type FromOverTime, type OverTimeChart } from './messages/overTime.ts';

const root = document.getElementById('root')!;
const say = (message: FromOverTime): void => {
  tell(message);
};

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = toOverTime(data);
  if (message) draw(message.chart);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') say({ kind: 'clear' });
});
say({ kind: 'ready' });

/** Draws anew, and leaves the keyboard where it was. */
function draw(chart: OverTimeChart): void {
  const focused =
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset['period'] : undefined;
  const heading = element('h2', 'title', chart.title);
  heading.id = 'title';
  if (chart.periods.length === 0) {
    root.replaceChildren(heading, element('p', 'empty', chart.empty), ...undatedOf(chart));
    return;
  }
  const top = niceTop(Math.max(1, ...chart.periods.flatMap(({ values }) => values)));
  const head = element('div', 'head');
  head.append(heading, ...legendOf(chart), ...undatedOf(chart));
  const plot = element('div', 'plot');
  plot.append(scaleOf(top), barsOf(chart, top, focused));
  root.replaceChildren(head, plot, tableOf(chart));
  if (focused === undefined) return;
  root.querySelector<HTMLElement>(`[data-period="${focused}"]`)?.focus();
}

function legendOf({ series }: OverTimeChart): HTMLElement[] {
  if (series.length < 2) return [];
  const legend = element('ul', 'legend');
  series.forEach((name, i) => {
    const item = element('li');
    item.append(element('span', `swatch series${i}`), element('span', '', name));
    legend.append(item);
  });
  return [legend];
}

function undatedOf({ undated }: OverTimeChart): HTMLElement[] {
  if (!undated) return [];
  const button = element('button', 'undated', undated.label);
  button.setAttribute('aria-pressed', String(undated.isChosen));
  button.addEventListener('click', () => {
    say(undated.isChosen ? { kind: 'clear' } : { kind: 'chooseUndated' });
  });
  return [button];
}

/** Lines at the whole, the half and nothing. */
function scaleOf(top: number): HTMLElement {
  const scale = element('div', 'scale');
  scale.setAttribute('aria-hidden', 'true');
  for (const value of top % 2 === 0 ? [top, top / 2, 0] : [top, 0]) {
    const line = element('div', 'line');
    line.style.bottom = `${(100 * value) / top}%`;
    line.append(element('span', 'value', value.toLocaleString(document.documentElement.lang)));
    scale.append(line);
  }
  return scale;
}

function barsOf(chart: OverTimeChart, top: number, focused: string | undefined): HTMLElement {
  const bars = element('div', chart.isNarrowed ? 'bars narrowed' : 'bars');
  bars.setAttribute('role', 'group');
  bars.setAttribute('aria-labelledby', 'title');
  const reachable =
    chart.periods.find(({ period }) => period === focused) ??
    chart.periods.find(({ isChosen }) => isChosen) ??
    chart.periods.at(-1);
  for (const period of chart.periods) bars.append(periodOf(period, top, period === reachable));
  bars.addEventListener('keydown', moveFocus);
  return bars;
}

function periodOf(
  { period, tick, spoken, values, isChosen }: ChartPeriod,
  top: number,
  isReachable: boolean,
): HTMLElement {
  const button = element('button', 'period');
  button.dataset['period'] = period;
  button.tabIndex = isReachable ? 0 : -1;
  button.title = spoken;
  button.setAttribute('aria-label', spoken);
  button.setAttribute('aria-pressed', String(isChosen));
  const columns = element('span', 'columns');
  values.forEach((value, i) => {
    const column = element('span', `column series${i}${value === 0 ? ' none' : ''}`);
    column.style.height = `${(100 * value) / top}%`;
    columns.append(column);
  });
  button.append(columns, element('span', 'tick', tick));
  button.addEventListener('click', () => {
    say(isChosen ? { kind: 'clear' } : { kind: 'choose', period });
  });
  return button;
}

/** One stop for the tab key; arrows, Home and End go from period to period. */
function moveFocus(event: KeyboardEvent): void {
  const buttons = [...root.querySelectorAll<HTMLElement>('.period')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: buttons.length - 1 }[event.key];
  const next = to === undefined ? undefined : buttons[to];
  if (!next) return;
  event.preventDefault();
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next.focus();
}

/** The same in numbers, for screen readers. */
function tableOf({ title, series, periods, periodHeading }: OverTimeChart): HTMLElement {
  const table = element('table', 'hidden');
  table.append(element('caption', '', title));
  const head = table.createTHead().insertRow();
  for (const name of [periodHeading, ...series]) {
    const cell = element('th', '', name);
    cell.scope = 'col';
    head.append(cell);
  }
  const body = table.createTBody();
  for (const { period, values } of periods) {
    const row = body.insertRow();
    const cell = element('th', '', period);
    cell.scope = 'row';
    row.append(cell, ...values.map((value) => element('td', '', String(value))));
  }
  return table;
}

/** A round number at or above the greatest one. */
function niceTop(most: number): number {
  const scale = 10 ** Math.floor(Math.log10(most));
  const step = [1, 2, 4, 5, 6, 8, 10].find((each) => each * scale >= most) ?? 10;
  return Math.max(2, step * scale);
}
