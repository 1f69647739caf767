// Styles first: what pages and places say comes after the look and wins over it.
import '../shared/look/look.css'
import '../shared/look/mantine.css'
import './app/place.css'
import './app/page.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { setupI18n } from '../shared/i18n/setup-i18n'
import { LookProvider } from '../shared/look/look-provider'
import { createGuesser } from '../shared/replica/guess'
import { ClientProvider } from '../shared/replica/react'
import { createReplica } from '../shared/replica/replica'
import { createPageClient } from '../shared/transport/page-client'
import { App } from './app/app'

/** Words that every page of the facilitator needs at once; places bring theirs when they load. */
const WORDS = ['common', 'shell', 'home', 'actions', 'boards', 'errors']

const start = async (): Promise<void> => {
  const client = createPageClient('facilitator')
  const replica = createReplica(client, createGuesser(client))
  await setupI18n({ namespaces: WORDS })
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
