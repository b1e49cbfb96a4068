// A bare Node server with SQLite that answers POST /session/join: it checks an access token as the service does (HS256, issuer,
// audience, expiry), looks whether the wallet is a party of the booking, and inserts one row, on disk before it answers
// (synchronous=FULL). It knows no lease, no second join, no lock and no watermark.
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import Database from 'better-sqlite3';

const FIRST_WALLET = 0x5e5510000;
const [file, secretFile, bookings, journal] = process.argv.slice(2);
const secret = readFileSync(secretFile, 'utf8').trim();

const db = new Database(file);
db.pragma(`journal_mode = ${journal}`);
db.pragma('synchronous = FULL');
db.exec(`create table bookings (id integer primary key, host text not null, guest text not null);
  create table room_participants (connection_id text primary key, booking_id integer not null, wallet text not null,
    role text not null, joined_ms integer not null, last_seen_ms integer not null)`);
const wallet = (number) => '0x' + (FIRST_WALLET + number).toString(16).padStart(40, '0');
const book = db.prepare('insert into bookings values (?, ?, ?)');
db.transaction(() => {
  for (let id = 1; id <= Number(bookings); id++) book.run(id, wallet(2 * id - 2), wallet(2 * id - 1));
})();
const find = db.prepare('select host, guest from bookings where id = ?');
const insert = db.prepare('insert into room_participants values (?, ?, ?, ?, ?, ?)');

function subject(authorization) {
  const [head, claims, signature] = (authorization ?? '').replace(/^Bearer /, '').split('.');
  if (signature === undefined || JSON.parse(Buffer.from(head, 'base64url')).alg !== 'HS256') return undefined;
  const expected = createHmac('sha256', secret).update(`${head}.${claims}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const { iss, aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url'));
  const audience = Array.isArray(aud) ? aud[0] : aud;
  const isOurs = iss === 'session-settlement' && audience === 'session-settlement-api';
  return isOurs && exp * 1000 > Date.now() ? sub.toLowerCase() : undefined;
}

function join(authorization, body) {
  const caller = subject(authorization);
  if (caller === undefined) return [401, { error: 'token_invalid' }];
  const booking = Number(JSON.parse(body).booking_id);
  const parties = find.get(booking);
  if (parties === undefined) return [404, { error: 'booking_not_found' }];
  const role = caller === parties.host ? 'host' : caller === parties.guest ? 'guest' : undefined;
  if (role === undefined) return [403, { error: 'not_a_participant' }];
  const now = Date.now();
  const id = randomUUID();
  insert.run(id, booking, caller, role, now, now);
  return [200, { connection_id: id, joined_at_ms: now, heartbeat_every_ms: 5000, lease_ms: 15000, role, now_ms: now }];
}

createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    const [status, answer] = join(request.headers.authorization, Buffer.concat(parts).toString());
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
}).listen(0, '127.0.0.1', function () {
  console.log(this.address().port);
});
