// Draws orders judged per second: from the samples the server has kept until the page was loaded, and then from what the page
// is told. Both are exact at their moments; between two of them the line is their average.
const LIMIT = 600;
const APART = 500;
const figure = document.getElementById('throughput');
const SVG = 'http://www.w3.org/2000/svg';
let samples = (figure?.dataset.samples ?? '').split(' ').filter(Boolean).map(text => {
  const [at, judged] = text.split(':').map(Number);
  return {at, judged};
});

function hear({judged, changed}) {
  const now = {at: Date.parse(changed), judged: Number(judged)};
  const last = samples.at(-1);
  if (!changed || now.at <= last?.at) {
    return;
  }
  if (now.at - last?.at < APART) {
    // Orders come a page at a time: the shorter a step, the less its rate means.
    samples.pop();
  }
  samples.push(now);
  if (samples.length > LIMIT) {
    // Every other one goes, so that a long import keeps its whole course.
    samples = samples.filter((_, i) => i % 2 || i === samples.length - 1);
  }
}

function steps(started) {
  let before = {at: started, judged: 0};
  return samples.map(({at, judged}) => {
    const step = {from: before.at, to: at, rate: Math.max(0, judged - before.judged) * 1000 / Math.max(1, at - before.at)};
    before = {at, judged};
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

function draw(started) {
  const svg = figure.querySelector('svg');
  const width = figure.clientWidth;
  const [top, bottom, left] = [14, 116, 56];
  const all = steps(started);
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
  const live = document.getElementById('live').dataset;
  hear(live);
  if (samples.length) {
    figure.closest('section').hidden = false;
    draw(Date.parse(live.started));
  }
}

if (figure) {
  refresh();
  document.addEventListener('htmx:afterSwap', refresh);
  addEventListener('resize', refresh);
}
