// Styles first: what pages and places say comes after the look and wins over it.
import '../shared/look/look.css'
import '../shared/look/mantine.css'
import './app/place.css'
import './app/page.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { setupI18n } from '../shared/i18n/setup-i18n'
import { LookProvider } from '../shared/look/look-provider'
import { ClientProvider } from '../shared/replica/react'
import { createReplica } from '../shared/replica/replica'
import type { Guesser } from '../shared/replica/replica'
import type { Client } from '../shared/transport/client'
import { boardRole, createPageClient } from '../shared/transport/page-client'
import { App } from './app/app'
import { FIRST_WORDS } from './first-words'

/** After the welcome, ms: the home page is drawn first. */
const AHEAD = 1_000

/** The commands come after the first page; until then changes show when the host has answered. */
const lateGuesser = (client: Client): Guesser => {
  let guess: Guesser | null = null
  const load = async (): Promise<void> => {
    guess ??= (await import('../shared/replica/guess')).createGuesser(client)
  }
  client.on('session.opened', () => void load())
  client.onWelcome(({ session }) => {
    if (session.kind === 'none') setTimeout(() => void load(), AHEAD)
    else void load()
  })
  return (view, name, args) => guess?.(view, name, args) ?? null
}

const start = async (): Promise<void> => {
  const client = createPageClient(boardRole())
  const replica = createReplica(client, lateGuesser(client))
  await setupI18n({ namespaces: FIRST_WORDS })
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content
  const root = document.getElementById('root')
  if (root === null) return
  createRoot(root).render(
    <StrictMode>
      <LookProvider {...(nonce === undefined ? {} : { nonce })}>
        <ClientProvider client={client} replica={replica}>
          <App />
        </ClientProvider>
      </LookProvider>
    </StrictMode>,
  )
}

void start()
