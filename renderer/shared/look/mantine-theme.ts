import { createTheme } from '@mantine/core'

/** Milliseconds, as `--m-settle` and `--m-drawer` of tokens.css; Mantine times its transitions in script. */
const SETTLE = 140
const DRAWER = 180

/**
 * What Mantine must know in script. Everything one can see is in mantine.css, so that the three themes need no script;
 * use it through `LookProvider` only.
 */
export const mantineTheme = createTheme({
  primaryColor: 'dark',
  primaryShade: 6,
  defaultRadius: 6,
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '700' },
  focusRing: 'never',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Paper: { defaultProps: { shadow: undefined } },
    Drawer: {
      defaultProps: {
        position: 'right',
        withOverlay: false,
        lockScroll: false,
        trapFocus: false,
        closeOnClickOutside: false,
        transitionProps: { duration: DRAWER },
      },
    },
    // Locking the scroll would write a style element, which the page's policy refuses.
    Modal: { defaultProps: { lockScroll: false, transitionProps: { duration: SETTLE, transition: 'fade' } } },
    Popover: { defaultProps: { transitionProps: { duration: 0 } } },
    // Without Mantine's focusable placeholder, which is no child that a menu may have.
    Menu: {
      defaultProps: { transitionProps: { duration: 0 }, position: 'bottom-end', withInitialFocusPlaceholder: false },
    },
    Select: { defaultProps: { checkIconPosition: 'right', allowDeselect: false } },
    Tooltip: { defaultProps: { transitionProps: { duration: 0 }, openDelay: 400 } },
  },
})
