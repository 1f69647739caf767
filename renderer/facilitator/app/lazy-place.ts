import { lazy } from 'react'
import type { ComponentType } from 'react'
import { loadWords } from '../../shared/i18n/setup-i18n'

/** A place's code and its words arrive together, when one first goes there: the home page stays small. */
export const lazyPlace = <P extends object>(load: () => Promise<ComponentType<P>>, ...words: readonly string[]) =>
  lazy(async () => {
    const [component] = await Promise.all([load(), loadWords(...words)])
    return { default: component }
  })
