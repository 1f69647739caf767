/** @jsxImportSource preact */
import { screen, waitFor } from '@testing-library/dom'
import { userEvent } from '@testing-library/user-event'
import { render } from 'preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import tabletWords from '../../../resources/locales/en/tablet.json'
import { NOTHING } from '../../../renderer/participant/model/memory'
import { Phone } from '../../../renderer/participant/model/phone'
import { addEnglish, loadWords } from '../../../renderer/participant/model/words'
import { TabletApp } from '../../../renderer/participant/tablet/tablet-app'
import { loadVoting } from '../../../renderer/participant/parts/later'
import { aVote } from '../../helpers/builders'
import { createScriptedHost } from '../shared/scripted-host'
import { aRoom, writing } from './open-phone'

let place: HTMLElement | null = null
beforeEach(() => localStorage.clear())
afterEach(() => {
  vi.useRealTimers()
  if (place) render(null, place)
  place?.remove()
})

const openTablet = async (records: readonly AnyRecord[] = aRoom(writing)) => {
  const host = createScriptedHost({ records, role: 'kiosk' })
  host.answerWith(() => ({ result: { id: 'x', held: false } }))
  addEnglish('tablet', tabletWords)
  const words = await loadWords('en')
  const memory = {
    readTicket: () => ({}),
    keepTicket: () => undefined,
    lastSession: () => null,
    readMine: () => ({ ...NOTHING, entered: true }),
    keepMine: () => undefined,
  }
  const tablet = { memory, proof: () => ({ kind: 'window' }) as const, credential: () => undefined }
  const newPhone = (): Phone => new Phone({ openWire: host.openWire, secret: null, lang: 'en', tablet })
  place = document.createElement('div')
  document.body.append(place)
  render(<TabletApp newPhone={newPhone} words={words} />, place)
  const user = userEvent.setup()
  const press = async (name: string | RegExp): Promise<void> => user.click(await screen.findByRole('button', { name }))
  const say = async (voice: string, text: string): Promise<void> => {
    await waitFor(() => expect(screen.getByRole('button', { name: /start/ }).getAttribute('aria-disabled')).toBeNull())
    await press(/start/)
    await user.click(await screen.findByRole('radio', { name: voice }))
    await press(/^Go on/)
    await user.click(await screen.findByRole('radio', { name: /^No/ }))
    await press('Go on')
    const box = await screen.findByRole('textbox', { name: 'Your words' })
    if (text !== '') await user.type(box, text)
  }
  return { host, user, press, say }
}

describe('the tablet', () => {
  test('clears itself soon after handing in, and the next turn is somebody else', async () => {
    const { host, press, say } = await openTablet()
    await say('Families', 'Nobody asked us.')
    await press(/^Send/)
    await screen.findByRole('heading', { name: 'It is in.' })
    expect(document.body.textContent).not.toContain('Nobody asked us.')
    await screen.findByRole('heading', { name: 'Please pass it on.' }, { timeout: 3_000 })
    expect(document.body.textContent).not.toMatch(/Nobody asked us|Families$/)
    expect(document.querySelector('.voice-mark, :checked, textarea')).toBeNull()
    expect(document.body.textContent).toContain('1 person has used it')
    await say('Front-line staff', 'We have no time.')
    await press(/^Send/)
    await waitFor(() => expect(host.asked('card.submit')).toHaveLength(2))
    expect(host.hellos.map((hello) => [hello.role, hello.voiceId])).toEqual([
      ['kiosk', null],
      ['kiosk', null],
    ])
    expect(host.asked('card.submit').map(({ args }) => (args as { quote: string }).quote)).toEqual(['none', 'none'])
    expect(localStorage).toHaveLength(0)
  })

  test('is cleared at once on "Pass it on", words that were not sent included', async () => {
    const { host, press, say } = await openTablet()
    await say('Families', 'Half a thought')
    await press(/^Pass it on/)
    await screen.findByRole('heading', { name: 'Please pass it on.' })
    expect(document.body.textContent).not.toContain('Half a thought')
    expect(document.querySelector('.voice-mark, :checked, textarea')).toBeNull()
    expect(host.asked('card.submit')).toEqual([])
    await say('Families', '')
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('')
  })

  test('does not clear what is not safe yet', async () => {
    const { host, press, say } = await openTablet()
    await say('Families', 'Nobody asked us.')
    host.answerWith(() => 'silent')
    await press(/^Send/)
    await screen.findByRole('heading', { name: 'It is kept on this phone.' })
    expect(screen.queryByRole('heading', { name: 'Please pass it on.' })).toBeNull()
  })

  test('begins with Enter: the one button has the focus', async () => {
    const { user } = await openTablet()
    await waitFor(() => expect(screen.getByRole('button', { name: /start/ }).getAttribute('aria-disabled')).toBeNull())
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /start/ }))
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { name: 'For whom do you speak today?' })
  })
})

describe('the tablet in a vote', () => {
  const consent = aVote({
    method: { name: 'consent' },
    channels: ['kiosk'],
    rounds: [{ id: 'round-1', number: 1, state: 'open' }],
  })
  const voting = async () => {
    await loadVoting()
    const tablet = await openTablet(aRoom(consent))
    tablet.host.answerWith(({ name }) => ({
      result: name === 'ballot.cast' ? { rev: 1, counted: true } : { rev: 0, ballot: null, state: 'open' },
    }))
    await waitFor(() => expect(screen.getByRole('button', { name: /start/ }).getAttribute('aria-disabled')).toBeNull())
    return tablet
  }
  const object = async ({ user, press }: Awaited<ReturnType<typeof openTablet>>): Promise<void> => {
    await press(/start/)
    await user.click(await screen.findByRole('radio', { name: 'Families' }))
    await press(/^Go on/)
    await user.click((await screen.findAllByRole('radio', { name: /^Object/ }))[0] ?? document.body)
    await user.type(screen.getByRole('textbox'), 'It would hurt us.')
  }

  test('says what is kept, asks nothing about quoting, and has cleared everything within three seconds', async () => {
    const tablet = await voting()
    await screen.findByText(/The next ballot is yours alone\./)
    await object(tablet)
    await tablet.press('Hand in')
    await screen.findByRole('heading', { name: 'Your ballot counts.' })
    expect(document.body.textContent).not.toContain('It would hurt us.')
    await screen.findByRole('heading', { name: 'Please pass it on.' }, { timeout: 3_000 })
    expect(document.querySelector('.voice-mark, :checked, textarea')).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /start/ }))
    expect(localStorage).toHaveLength(0)
    await waitFor(() => expect(screen.getByRole('button', { name: /start/ }).getAttribute('aria-disabled')).toBeNull())
    await tablet.press(/start/)
    await tablet.user.click(await screen.findByRole('radio', { name: 'Front-line staff' }))
    await tablet.press(/^Go on/)
    await screen.findAllByRole('radio', { name: /^Object/ })
    expect(document.querySelector(':checked, textarea')).toBeNull()
    expect(tablet.host.asked('ballot.cast')).toHaveLength(1)
  })

  test('forgets a ballot that was begun when it is passed on', async () => {
    const tablet = await voting()
    await object(tablet)
    await tablet.press(/^Pass it on/)
    await screen.findByRole('heading', { name: 'Please pass it on.' })
    expect(document.body.textContent).not.toContain('It would hurt us.')
    expect(tablet.host.asked('ballot.cast')).toEqual([])
  })
})
