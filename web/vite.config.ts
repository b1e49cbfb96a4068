import { defineConfig, loadEnv } from 'vite';

export default defineConfig(({ mode }) => {
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
    server: {
      proxy: { '^/(auth|session|bookings|about)': { target: service, ws: true } },
    },
  };
});
