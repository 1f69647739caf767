import i18next from 'i18next'
import type { BackendModule, PostProcessorModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { pseudo } from '@core/text/pseudo'
import { languages, loadCatalog } from './catalogs'

/** `?lang=qps` shows every word longer and accented: what stays plain is hard-coded, what is cut has too little room. */
export const PSEUDO = 'qps'

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (lang, namespace, done) => {
    loadCatalog(lang, namespace).then(
      (catalog) => done(null, catalog ?? {}),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), false),
    )
  },
}

const pseudoWords: PostProcessorModule = {
  type: 'postProcessor',
  name: 'pseudo',
  process: (value: string) => pseudo(value),
}

/** What the address asks for, else what is set, else English; only languages that exist. */
const chosenLang = (wanted: string | undefined): string => {
  const asked = new URLSearchParams(location.search).get('lang') ?? wanted ?? 'en'
  return asked === PSEUDO || languages().includes(asked) ? asked : 'en'
}

/**
 * Loads the words of a React page before its first paint. `namespaces` are all that the page uses at once; places that
 * load later may bring theirs with `loadWords`.
 */
export const setupI18n = async (options: {
  readonly namespaces: readonly string[]
  readonly lang?: string | undefined
}): Promise<void> => {
  const lang = chosenLang(options.lang)
  if (lang === PSEUDO) i18next.use(pseudoWords)
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: lang === PSEUDO ? 'en' : lang,
      fallbackLng: 'en',
      ns: [...options.namespaces],
      defaultNS: 'common',
      interpolation: { prefix: '{', suffix: '}', escapeValue: false },
      react: { useSuspense: false },
      ...(lang === PSEUDO ? { postProcess: ['pseudo'] } : {}),
    })
  document.documentElement.lang = i18next.language
}

export const loadWords = async (...namespaces: readonly string[]): Promise<void> => {
  await i18next.loadNamespaces([...namespaces])
}
