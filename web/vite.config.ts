import { loadEnv } from 'vite';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ command, mode }) => {
  // Where `npm run dev` finds the service; the built page asks the origin that it came from.
  const service = loadEnv(mode, '.', 'SETTLE_').SETTLE_SERVICE ?? 'http://localhost:8080';
  return {
    build: {
      outDir: 'target/classes/web',
      emptyOutDir: true,
      // Whole files from our own origin: the page's policy takes nothing inline.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
    // A bound against hanging, not a measure: the machine may be busy with other builds.
    test: { testTimeout: 60_000 },
    // To the service the development server's page is one of its own.
    define:
      command === 'serve' ? { __SIGN_IN_DOMAIN__: JSON.stringify(new URL(service).host) } : {},
    server: {
      proxy: {
        '^/(auth|session|bookings|about|events|rpc|accounts|hosts|requests|disputes|local/time)(/|$)':
          {
            target: service,
            ws: true,
            changeOrigin: true,
            headers: { origin: service },
            // A page at such a path is the development server's own.
            bypass: ({ headers }) =>
              headers.accept?.includes('text/html') ? '/index.html' : undefined,
          },
      },
    },
  };
});
