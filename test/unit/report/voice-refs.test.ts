import { describe, expect, test } from 'vitest'
import type { Voice } from '@core/model/voice'
import { voiceGroups } from '@core/report/voice-refs'
import { aDocument, aSession, aVoice } from '../../helpers/builders'

const families = (fields: Partial<Voice>) => aVoice({ id: 'families', order: 'A', ...fields })
const staff = (fields: Partial<Voice>) => aVoice({ id: 'staff', order: 'B', slot: 2, ...fields })
const managers = aVoice({ id: 'managers', order: 'C', slot: 3, present: 6 })

const shown = (...voices: readonly Voice[]): string[] =>
  voiceGroups(aDocument(aSession({ k: { room: 3, public: 5 } }), ...voices), 'public').map((group) =>
    group.voices.map(({ id }) => id).join('+'),
  )

describe('voiceGroups for the public', () => {
  test('a voice of earlier meetings stands alone when enough of it spoke there', () => {
    expect(shown(families({ earlier: 8 }), staff({ earlier: 9 }), managers)).toEqual(['families', 'staff', 'managers'])
  })

  test('a voice too small at every meeting is joined', () => {
    expect(shown(families({ earlier: 3 }), staff({ earlier: 9 }), managers)).not.toContain('families')
    expect(shown(families({}), staff({}), managers)).toEqual(['families+staff+managers'])
  })

  test('who is in the room now counts, however many there were before', () => {
    expect(shown(families({ present: 2, earlier: 8 }), staff({ present: 9 }), managers)).not.toContain('families')
  })
})
