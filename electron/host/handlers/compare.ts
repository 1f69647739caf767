import { compareView } from '@core/compare/compare-view'
import { err, ok } from '@core/lib/result'
import type { DocumentView } from '@core/model/document'
import { sessionOf } from '@core/model/document'
import type { Label } from '@core/model/text'
import { failure } from '@core/protocol/failures'
import type { CompareStatement } from '@core/protocol/report-views'
import type { Handlers } from '../dispatcher'
import type { Services } from '../services'

/** Many sessions side by side. */
export const compareHandlers = ({ comparisons, deps, settings, today }: Services): Handlers => {
  const words = (label: Label): string =>
    'text' in label ? label.text : deps.words.of(settings.get().lang).t(label.key)
  const gone = () => err(failure('not-found', { type: 'comparison' }))
  return {
    'compare.start': ({ of }) => comparisons.start(of),
    'compare.view': ({ compareId, by, filter }) => {
      const compared = comparisons.get(compareId)
      return compared ? ok({ compareId, ...compareView(compared, { by, filter, today: today(), words }) }) : gone()
    },
    'compare.statements': async ({ compareId, refs }) => {
      if (!comparisons.get(compareId)) return gone()
      const found: CompareStatement[] = []
      for (const sessionId of new Set(refs.map((ref) => ref.sessionId))) {
        const view = await comparisons.open(compareId, sessionId)
        const cardIds = refs.filter((ref) => ref.sessionId === sessionId).map(({ cardId }) => cardId)
        if (view) found.push(...statementsIn(view, cardIds, words))
      }
      return ok(found)
    },
  }
}

/** Held and hidden cards are nobody's to read yet. */
const statementsIn = (
  view: DocumentView,
  cardIds: readonly string[],
  words: (label: Label) => string,
): CompareStatement[] => {
  const session = sessionOf(view)
  return cardIds.flatMap((cardId) => {
    const card = view.card.get(cardId)
    if (!session || !card || card.held || !card.revealed) return []
    const voice = card.voiceId === undefined ? undefined : view.voice.get(card.voiceId)
    return [
      {
        sessionId: session.id,
        cardId,
        text: card.text,
        voice: voice ? words(voice.label) : null,
        voiceSlot: voice?.slot ?? null,
        place: card.place ?? null,
        title: session.title,
      },
    ]
  })
}
