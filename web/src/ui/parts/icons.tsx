const PATHS = {
  mic: 'M12 15a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3Zm6-3a6 6 0 0 1-12 0M12 18v3',
  micOff:
    'M9 9v3a3 3 0 0 0 4.6 2.5M15 11V6a3 3 0 0 0-5.8-1M6 12a6 6 0 0 0 9 5.2M18 12a6 6 0 0 1-.4 2.2M12 18v3M4 4l16 16',
  camera: 'M4 7h9a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1Zm11 4 5-3v8l-5-3',
  cameraOff:
    'M15 13V9a2 2 0 0 0-2-2h-3M15 11l5-3v8M3 4l17 16M6 7H4a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h10',
  leave:
    'M4 15c-1-1-1-3 .5-4.2C6.500 9.200 9 8.500 12 8.500s5.500.7 7.500 2.300C21 12 21 14 20 15l-1 1-3.500-1.200v-2.500a12 12 0 0 0-7 0v2.500L5 16Z',
  devices: 'M4 7h10m4 0h2M4 12h2m4 0h10M4 17h8m4 0h4M14 5v4M8 10v4M14 15v4',
} as const;

/** A drawing beside a word: never the only name of anything. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
