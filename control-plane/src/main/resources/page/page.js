// Shows /about once and /health every few seconds. Text is only ever set as text, never as markup.
const REFRESH_MS = 5000;

const byId = (id) => document.getElementById(id);

const readable = (name) => name.replaceAll('_', ' ');

function row(name, value, mood) {
  const tr = document.createElement('tr');
  const th = document.createElement('th');
  th.scope = 'row';
  th.textContent = readable(name);
  const td = document.createElement('td');
  td.textContent = String(value);
  if (mood) td.className = mood;
  tr.append(th, td);
  return tr;
}

function showHealth(health) {
  const rows = Object.entries(health.parts).map(([name, part]) =>
    row(name, part.detail, part.ready ? 'good' : 'bad'));
  byId('health').replaceChildren(...rows);
  const ready = health.status === 'ready';
  byId('status').textContent = ready ? 'Running, everything ready.' : 'Running, but not everything is ready.';
  byId('status').className = ready ? 'status good' : 'status bad';
}

async function refreshHealth() {
  try {
    showHealth(await (await fetch('/health')).json());
  } catch {
    byId('status').textContent = 'The service does not answer.';
    byId('status').className = 'status bad';
  }
}

function showList(name, rows) {
  byId(name).replaceChildren(...rows);
  byId(`s-${name}`).hidden = rows.length === 0;
}

async function showAbout() {
  const { accounts, endpoints, ...about } = await (await fetch('/about')).json();
  byId('about').replaceChildren(...Object.entries(about).map(([name, value]) => row(name, value)));
  showList('endpoints', Object.entries(endpoints).map(([name, value]) => row(name, value)));
  showList('accounts', accounts.map(({ name, address }) => row(name, address)));
}

showAbout();
refreshHealth();
setInterval(refreshHealth, REFRESH_MS);
