import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { mantineTheme } from './mantine-theme'
import { PatternDefs } from './pattern-defs'

interface LookProviderProps {
  readonly children: ReactNode
  /** The `nonce` of the page's policy, should a component of Mantine still write a style element. */
  readonly nonce?: string
}

/**
 * Around the facilitator page: Mantine in our look, and the patterns for charts. Mantine's scheme stays "light" in every
 * theme, because `data-theme` on the root element already turns all its colours.
 */
export const LookProvider = ({ children, nonce }: LookProviderProps) => (
  <MantineProvider
    theme={mantineTheme}
    forceColorScheme="light"
    withCssVariables={false}
    withGlobalClasses={false}
    {...(nonce === undefined ? {} : { getStyleNonce: () => nonce })}
  >
    <PatternDefs />
    {children}
  </MantineProvider>
)
