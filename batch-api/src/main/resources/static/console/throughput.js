// Draws orders per second from what the page has been told while it was open. The server keeps no history, so the time before
// is one step: the average up to the first thing heard. The samples outlive a reload, not the tab.
const LIMIT = 600;
const figure = document.getElementById('throughput');
const SVG = 'http://www.w3.org/2000/svg';

function sample() {
  const {processed, changed, started} = document.getElementById('live').dataset;
  return changed ? {at: Date.parse(changed), from: Date.parse(started), processed: Number(processed)} : null;
}

function remember(key) {
  const samples = JSON.parse(sessionStorage.getItem(key) ?? '[]');
  const now = sample();
  const last = samples.at(-1);
  if (now && (!last || now.at > last.at)) {
    samples.push(now);
    // Every other one goes, so that a long import keeps its whole course.
    const kept = samples.length > LIMIT ? samples.filter((_, i) => i % 2 || i === samples.length - 1) : samples;
    sessionStorage.setItem(key, JSON.stringify(kept));
    return kept;
  }
  return samples;
}

function steps(samples) {
  let before = {at: samples[0].from, processed: 0};
  return samples.map(({at, processed}) => {
    const step = {from: before.at, to: at, rate: Math.max(0, processed - before.processed) * 1000 / Math.max(1, at - before.at)};
    before = {at, processed};
    return step;
  });
}

function element(name, attributes, text = '') {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.textContent = text;
  return made;
}

/** The next of 1, 2, 5, 10, 20 … */
function round(number) {
  const power = 10 ** Math.floor(Math.log10(number));
  return [1, 2, 5, 10].find(factor => factor * power >= number) * power;
}

function seconds(millis) {
  const all = Math.round(millis / 1000);
  return all < 60 ? `${all} s` : `${Math.floor(all / 60)} min ${all % 60} s`;
}

function draw(samples) {
  const svg = figure.querySelector('svg');
  const width = figure.clientWidth;
  const [top, bottom, left] = [14, 116, 56];
  const all = steps(samples);
  const start = all[0].from;
  const span = Math.max(1, all.at(-1).to - start);
  const highest = round(Math.max(1, ...all.map(step => step.rate)));
  const x = at => (left + (at - start) / span * (width - left - 1)).toFixed(1);
  const y = rate => (bottom - rate / highest * (bottom - top)).toFixed(1);
  const line = all.map(step => `L${x(step.from)} ${y(step.rate)}H${x(step.to)}`).join('').replace('L', 'M');
  svg.setAttribute('viewBox', `0 0 ${width} 140`);
  svg.setAttribute('width', width);
  svg.setAttribute('aria-label',
    `Orders per second over ${seconds(span)}: last ${Math.round(all.at(-1).rate).toLocaleString('en')}`);
  svg.replaceChildren(
    ...[0, .5, 1].flatMap(part => [
      element('line', {class: 'grid', x1: left, x2: width, y1: y(part * highest), y2: y(part * highest)}),
      element('text', {x: left - 8, y: Number(y(part * highest)) + 4, 'text-anchor': 'end'}, (part * highest).toLocaleString('en')),
    ]),
    element('path', {class: 'area', d: `${line}V${bottom}H${left}Z`}),
    element('path', {class: 'line', d: line}),
    element('text', {x: left, y: 136}, '0 s'),
    element('text', {x: width - 1, y: 136, 'text-anchor': 'end'}, seconds(span)));
}

function refresh() {
  const samples = remember(`throughput-${figure.dataset.operation}`);
  if (samples.length) {
    figure.closest('section').hidden = false;
    draw(samples);
  }
}

if (figure) {
  refresh();
  document.addEventListener('htmx:afterSwap', refresh);
  addEventListener('resize', refresh);
}
