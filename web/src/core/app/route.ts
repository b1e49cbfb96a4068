/** The pages of the app, by their paths. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'session'; readonly booking: string }
  | { readonly page: 'host'; readonly address: string }
  | { readonly page: 'schedule' }
  | { readonly page: 'money' }
  | { readonly page: 'review' }
  | { readonly page: 'call'; readonly booking: string }
  | { readonly page: 'nowhere' };

/** The page at a path; what is in it is decoded, and checked by whoever asks the service for it. */
export function routeOf(path: string): Route {
  const [first = '', second, ...more] = path
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
  if (more.length > 0) {
    return { page: 'nowhere' };
  }
  return second === undefined ? alone(first) : withArgument(first, second);
}

function alone(page: string): Route {
  switch (page) {
    case '':
      return { page: 'home' };
    case 'schedule':
    case 'money':
    case 'review':
      return { page };
    default:
      return { page: 'nowhere' };
  }
}

function withArgument(page: string, argument: string): Route {
  switch (page) {
    case 'session':
    case 'call':
      return { page, booking: argument };
    case 'host':
      return { page, address: argument };
    default:
      return { page: 'nowhere' };
  }
}

/** The path of a page. */
export function pathOf(route: Exclude<Route, { page: 'nowhere' }>): string {
  switch (route.page) {
    case 'home':
      return '/';
    case 'session':
    case 'call':
      return `/${route.page}/${encodeURIComponent(route.booking)}`;
    case 'host':
      return `/host/${encodeURIComponent(route.address)}`;
    default:
      return `/${route.page}`;
  }
}

/** A stray percent sign is no reason to show nothing at all. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
