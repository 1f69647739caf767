/** @jsxImportSource preact */

/** Outlines of Tabler (MIT), only those that this page shows. */
const ICONS = {
  right: ['M5 12l14 0', 'M13 18l6 -6', 'M13 6l6 6'],
  down: ['M12 5l0 14', 'M18 13l-6 6', 'M6 13l6 6'],
  check: ['M5 12l5 5l10 -10'],
  language: [
    'M9 6.371c0 4.418 -2.239 6.629 -5 6.629',
    'M4 6.371h7',
    'M5 9c0 2.144 2.252 3.908 6 4',
    'M12 20l4 -9l4 9',
    'M19.1 18h-6.2',
    'M6.694 3l.793 .582',
  ],
  clock: ['M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0', 'M12 7v5l3 3'],
  send: ['M10 14l11 -11', 'M21 3l-6.5 18a.55 .55 0 0 1 -1 0l-3.5 -7l-7 -3.5a.55 .55 0 0 1 0 -1l18 -6.5'],
  pencil: ['M4 20h4l10.5 -10.5a2.828 2.828 0 1 0 -4 -4l-10.5 10.5v4', 'M13.5 6.5l4 4'],
  volume: [
    'M15 8a5 5 0 0 1 0 8',
    'M17.7 5a9 9 0 0 1 0 14',
    'M6 15h-2a1 1 0 0 1 -1 -1v-4a1 1 0 0 1 1 -1h2l3.5 -4.5a.8 .8 0 0 1 1.5 .5v14a.8 .8 0 0 1 -1.5 .5l-3.5 -4.5',
  ],
  contrast: ['M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0', 'M12 17a5 5 0 0 0 0 -10v10'],
  minus: ['M5 12l14 0'],
  plus: ['M12 5l0 14', 'M5 12l14 0'],
  close: ['M18 6l-12 12', 'M6 6l12 12'],
  up: ['M12 19l0 -14', 'M18 11l-6 -6', 'M6 11l6 -6'],
  // Our own: a slip into the box, a thing from hand to hand, somebody who speaks, and the three answers.
  handIn: ['M8 14v-11h8v11', 'M11 7h2', 'M11 10h2', 'M3 12h2', 'M19 12h2v9h-18v-9'],
  passOn: ['M3 5h6v14h-6z', 'M12 12h9', 'M18 9l3 3l-3 3'],
  speak: ['M4 4h16v11h-9l-4 4v-4h-3z', 'M8 8h8', 'M8 11h5'],
  support: ['M4 13l5 5l11 -12'],
  aside: ['M4 12h11', 'M11 8l4 4l-4 4', 'M20 4v16'],
  object: ['M8 3h8l5 5v8l-5 5h-8l-5 -5v-8z', 'M12 7v6', 'M12 16.5v.01'],
  wifiOff: ['M12 18v.01', 'M9 15.3a4 4 0 0 1 6 0', 'M6 12.4a8 8 0 0 1 12 0', 'M3 9.5a13 13 0 0 1 18 0', 'M3 3l18 18'],
} as const

export type IconName = keyof typeof ICONS

/** Silent: the words beside it, or the name of the button around it, say the same. */
export const Icon = ({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) => (
  <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
    {ICONS[name].map((d) => (
      <path key={d} d={d} />
    ))}
  </svg>
)
