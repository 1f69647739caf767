import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { setupI18n } from '../shared/i18n/setup-i18n'
import { ClientProvider } from '../shared/replica/react'
import { createReplica } from '../shared/replica/replica'
import { createPageClient } from '../shared/transport/page-client'
import { App } from './app'
import './projector.css'

const client = createPageClient('projector')
const replica = createReplica(client)

void setupI18n({ namespaces: ['common', 'projector', 'boards', 'result'] }).then(() => {
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
