import type { Plugin } from 'vite'
import { FIRST_WORDS } from './facilitator/first-words'

/**
 * Lets the browser fetch the English words together with the facilitator page's code. Its script asks for them only
 * once it runs, and shows nothing before it has them.
 */
export const wordsAhead = (): Plugin => ({
  name: 'words-ahead',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { path, bundle }) => {
      if (path !== '/index.html') return []
      const wanted = new Set(FIRST_WORDS.map((name) => `/locales/en/${name}.json`))
      return Object.values(bundle ?? {})
        .filter((file) => file.type === 'chunk')
        .filter(({ moduleIds }) => moduleIds.some((id) => wanted.has(id.slice(id.indexOf('/locales/')))))
        .map(({ fileName }) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${fileName}` },
          injectTo: 'head' as const,
        }))
    },
  },
})
