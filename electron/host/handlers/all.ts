import type { Handlers } from '../dispatcher'
import type { Services } from '../services'
import { cardHandlers } from './cards'
import { compareHandlers } from './compare'
import { custodyHandlers } from './custody'
import { documentHandlers } from './document'
import { exportHandlers } from './exports'
import { historyHandlers } from './history'
import { homeHandlers } from './home'
import { imageHandlers } from './images'
import { labHandlers } from './lab'
import { mergeHandlers } from './merge'
import { nextHandlers } from './next'
import { notebookHandlers } from './notebook'
import { paperHandlers } from './paper'
import { proposalHandlers } from './proposals'
import { pulseHandlers } from './pulse'
import { queueHandlers } from './queue'
import { tabletHandlers } from './tablet'
import { projectorHandlers } from './projector'
import { roomHandlers } from './room'
import { sessionHandlers } from './session'
import { settingsHandlers } from './settings'
import { statementHandlers } from './statements'
import { templateHandlers } from './templates'
import { voteHandlers } from './votes'
import { writtenHandlers } from './written'

export const allHandlers = (services: Services): readonly Handlers[] => [
  documentHandlers(services),
  historyHandlers(services),
  homeHandlers(services),
  labHandlers(services),
  nextHandlers(services),
  sessionHandlers(services),
  cardHandlers(services),
  statementHandlers(services),
  proposalHandlers(services),
  pulseHandlers(services),
  queueHandlers(services),
  notebookHandlers(services),
  tabletHandlers(services),
  voteHandlers(services),
  paperHandlers(services),
  roomHandlers(services),
  exportHandlers(services),
  writtenHandlers(services),
  compareHandlers(services),
  mergeHandlers(services),
  settingsHandlers(services),
  custodyHandlers(services),
  templateHandlers(services),
  projectorHandlers(services),
  imageHandlers(services),
]
