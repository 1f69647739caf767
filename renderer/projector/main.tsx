import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { setupI18n } from '../shared/i18n/setup-i18n'
import { ClientProvider } from '../shared/replica/react'
import { createReplica } from '../shared/replica/replica'
import { createClient } from '../shared/transport/client'
import { framedWire } from '../shared/transport/framed-wire'
import { createPageClient } from '../shared/transport/page-client'
import { App } from './app'
import './projector.css'

/** In a frame of the facilitator's page it is the small picture there, and no connection of its own. */
const framed = framedWire(new URLSearchParams(location.hash.slice(1)).get('group'))
const client = framed
  ? createClient({ openWire: framed, hello: () => ({ role: 'projector', proof: { kind: 'window' } }) })
  : createPageClient('projector')
const replica = createReplica(client)
// The page around it lives on: it must not go on telling a frame that is gone.
if (framed) addEventListener('pagehide', client.close)

void setupI18n({ namespaces: ['common', 'projector', 'boards', 'result', 'charts', 'ballot'] }).then(() => {
  const place = document.querySelector('#root')
  if (!place) return
  createRoot(place).render(
    <StrictMode>
      <ClientProvider client={client} replica={replica}>
        <App />
      </ClientProvider>
    </StrictMode>,
  )
})
