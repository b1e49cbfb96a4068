import { expect, test } from 'vitest';
import { pathOf, routeOf } from '../../src/core/app/route';

test.each([
  ['/', { page: 'home' }],
  ['/session/7', { page: 'session', booking: '7' }],
  ['/session/0xAb-7/', { page: 'session', booking: '0xAb-7' }],
  ['/host/0xAb', { page: 'host', address: '0xAb' }],
  ['/money', { page: 'money' }],
  ['/call/1', { page: 'call', booking: '1' }],
] as const)('%s is a page, and its path leads back to it', (path, route) => {
  expect(routeOf(path)).toEqual(route);
  expect(routeOf(pathOf(route))).toEqual(route);
});

test.each(['/nothing', '/session', '/session/1/2', '/money/1', '/host'])(
  '%s is nowhere',
  (path) => {
    expect(routeOf(path)).toEqual({ page: 'nowhere' });
  },
);

test('reads a stray percent sign as it stands', () => {
  expect(routeOf('/session/%')).toEqual({ page: 'session', booking: '%' });
});
