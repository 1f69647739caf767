import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import type { GrantView, RoomView } from '@core/protocol/views'
import { showPanel } from '../../../renderer/facilitator/app/panels'
import { aBoard, aLab, aSession, aVoice } from '../../helpers/builders'
import { openPage } from '../facilitator-shell/open-page'
import { room } from '../projector/open-projector'

afterEach(cleanup)

const tablet: GrantView = {
  grantId: 'g1',
  role: 'kiosk',
  url: 'http://192.168.4.20/tablet#g=t',
  used: false,
  connected: false,
}

const openRoom = async (given: Partial<RoomView> = {}) => {
  let granted: readonly GrantView[] = []
  const page = await openPage({
    records: [aSession(), aLab(), aVoice(), aBoard()],
    place: { kind: 'boards' },
    answers: {
      'room.grants': () => ({ value: granted }),
      'room.grant': () => {
        granted = [tablet]
        return { value: tablet }
      },
      'room.lock': () => ({ value: { ...room, locked: true } }),
      'room.cap': () => ({ value: room }),
      'room.phones': () => ({
        value: [
          { phoneId: 'p1', voiceId: 'families', here: true },
          { phoneId: 'p2', voiceId: null, here: false },
        ],
      }),
      'room.remove-phone': () => ({ value: null }),
    },
  })
  await screen.findByRole('button', { name: 'Projector' })
  page.push('room.changed', { ...room, ...given })
  showPanel({ kind: 'room', test: false })
  await screen.findByRole('heading', { name: 'Phones in the room' })
  return page
}

describe('the room', () => {
  test('can be locked and limited', async () => {
    const page = await openRoom()
    await userEvent.click(screen.getByRole('button', { name: 'Lock the door' }))
    await userEvent.type(screen.getByRole('spinbutton', { name: 'Most phones at once' }), '9')
    await waitFor(() => expect(page.asked).toContainEqual({ name: 'room.cap', args: { most: 9 } }))
    expect(page.asked).toContainEqual({ name: 'room.lock', args: { locked: true } })
  })

  test('says when it is full', async () => {
    await openRoom({ cap: 14 })
    expect(await screen.findByText('The room is full. The next phone is told so.')).toBeTruthy()
  })

  test('sends one phone away, after asking', async () => {
    const page = await openRoom()
    await userEvent.click(screen.getByRole('button', { name: 'Show the list' }))
    const rows = within(await screen.findByRole('list', { name: 'Phones in the room' })).getAllByRole('listitem')
    expect(rows.map((row) => row.querySelector('p')?.textContent)).toEqual([
      'Phone 1 · Families',
      'Phone 2 · no voice chosen · not connected now',
    ])
    await userEvent.click(screen.getByRole('button', { name: 'Send away: Phone 1' }))
    expect(page.asked.some(({ name }) => name === 'room.remove-phone')).toBe(false)
    await userEvent.click(screen.getByRole('button', { name: 'Yes, send it away: Phone 1' }))
    await waitFor(() => expect(page.asked).toContainEqual({ name: 'room.remove-phone', args: { phoneId: 'p1' } }))
  })

  test('gives the tablet to another device', async () => {
    const page = await openRoom()
    await userEvent.click(screen.getByRole('button', { name: 'Tablet that goes round' }))
    await waitFor(() => expect(page.asked).toContainEqual({ name: 'room.grant', args: { role: 'kiosk' } }))
    expect(await screen.findByText(tablet.url)).toBeTruthy()
  })
})
