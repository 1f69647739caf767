/** @jsxImportSource preact */
import { screen, waitFor } from '@testing-library/dom'
import { userEvent } from '@testing-library/user-event'
import { render } from 'preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import tabletWords from '../../../resources/locales/en/tablet.json'
import { NOTHING } from '../../../renderer/participant/model/memory'
import { Phone } from '../../../renderer/participant/model/phone'
import { addEnglish, loadWords } from '../../../renderer/participant/model/words'
import { TabletApp } from '../../../renderer/participant/tablet/tablet-app'
import { createScriptedHost } from '../shared/scripted-host'
import { aRoom, writing } from './open-phone'

let place: HTMLElement | null = null
beforeEach(() => localStorage.clear())
afterEach(() => {
  vi.useRealTimers()
  if (place) render(null, place)
  place?.remove()
})

const openTablet = async () => {
  const host = createScriptedHost({ records: aRoom(writing), role: 'kiosk' })
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
