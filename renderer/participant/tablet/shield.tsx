/** @jsxImportSource preact */

/** Beside what is kept. */
export const Shield = () => (
  <svg class="icon" width={22} height={22} viewBox="0 0 24 24" aria-hidden="true">
    <path d="M11.46 20.85a12 12 0 0 1 -7.96 -14.85a12 12 0 0 0 8.5 -3a12 12 0 0 0 8.5 3a12 12 0 0 1 -.09 7.06" />
    <path d="M15 19l2 2l4 -4" />
  </svg>
)
