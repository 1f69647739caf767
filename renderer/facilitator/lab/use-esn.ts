import type { Lab } from '@core/model/lab'
import { LIMITS } from '@core/model/limits'
import { useT } from '../../shared/i18n/use-t'
import { useChange } from '../people/use-change'

export type Esn = NonNullable<Lab['esn']>
/** Undefined takes a field away. */
export type SaveEsn = (part: { readonly [K in keyof Esn]?: Esn[K] | undefined }) => void

export interface EsnPartProps {
  readonly esn: Esn
  readonly save: SaveEsn
}

export const useSaveEsn = (lab: Lab): SaveEsn => {
  const change = useChange()
  return (part) => {
    const merged = { ...lab.esn, ...part }
    change('lab.update', { esn: Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) })
  }
}

export const orNone = (text: string): string | undefined => (text === '' ? undefined : text)

const MOST_LINKS = 20

/** Empty lines are none. */
export const linkLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What does not fit into the file, as a sentence. */
export const useProblems = () => {
  const t = useT()
  const tooLong = (limit: number) => (text: string) =>
    text.trim().length > limit ? t('lab:esn.tooLong', { count: text.trim().length - limit }) : null
  return {
    short: tooLong(LIMITS.label),
    long: tooLong(LIMITS.long),
    links: (text: string): string | null => {
      const lines = linkLines(text)
      if (lines.length > MOST_LINKS)
        return t('lab:esn.tooManyLinks', { count: lines.length - MOST_LINKS, limit: MOST_LINKS })
      return lines.some((line) => line.length > LIMITS.label) ? t('lab:esn.longLink', { limit: LIMITS.label }) : null
    },
  }
}
