import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import type { RoomView } from '@core/protocol/views'
import { aBoard, aLab, aSession, aStep, aVoice } from '../../helpers/builders'
import { openPage } from '../facilitator-shell/open-page'
import { room } from '../projector/open-projector'

afterEach(cleanup)

const open = async (given: Partial<RoomView> = {}) => {
  const page = await openPage({
    records: [aSession({ stage: { view: 'step' } }), aLab(), aVoice(), aBoard(), aStep()],
    place: { kind: 'boards' },
    answers: {
      'stage.toggle-blank': () => ({ value: null }),
      'projector.open': () => ({ value: { url: null } }),
      'room.grants': () => ({ value: [] }),
    },
  })
  await screen.findByRole('button', { name: 'Projector' })
  page.push('room.changed', { ...room, ...given })
  return page
}

const showPanel = async () => {
  fireEvent.click(screen.getByRole('button', { name: 'Projector' }))
  return within(await screen.findByRole('complementary', { name: 'Projector' }))
}

describe('the projector’s panel', () => {
  test('says that nobody sees it, and offers a window', async () => {
    const page = await open()
    const panel = await showPanel()
    expect(panel.getByText('No projector is open: nobody sees this yet.')).toBeTruthy()
    fireEvent.click(panel.getByRole('button', { name: 'Open the projector window' }))
    await waitFor(() => expect(page.asked).toContainEqual({ name: 'projector.open', args: {} }))
    page.push('room.changed', { ...room, screens: [{ groupId: null, granted: true }] })
    expect(await panel.findByText(/1 screen shows this\./)).toBeTruthy()
  })

  test('changes what the room sees, as one choice', async () => {
    const page = await open({ screens: [{ groupId: null, granted: false }] })
    const panel = await showPanel()
    expect(panel.getByRole<HTMLInputElement>('radio', { name: 'The current step' }).checked).toBe(true)
    fireEvent.click(panel.getByRole('radio', { name: 'The timer' }))
    await waitFor(() => expect(panel.getByRole<HTMLInputElement>('radio', { name: 'The timer' }).checked).toBe(true))
    expect([...page.tables.session.values()][0]?.stage).toEqual({ view: 'timer' })
  })

  test('goes blank and back by the host’s memory', async () => {
    const page = await open()
    const panel = await showPanel()
    fireEvent.click(panel.getByRole('button', { name: /^Blank/ }))
    await waitFor(() => expect(page.asked).toContainEqual({ name: 'stage.toggle-blank', args: {} }))
  })

  test('something put on the projector that nobody sees is told over the work', async () => {
    const page = await open()
    const panel = await showPanel()
    fireEvent.click(panel.getByRole('radio', { name: 'The timer' }))
    expect(await screen.findByText('No projector is open.')).toBeTruthy()
    page.push('room.changed', { ...room, screens: [{ groupId: null, granted: false }] })
    await waitFor(() => expect(screen.queryByText('No projector is open.')).toBeNull())
  })

  test('a screen that was found is offered; one that went is told', async () => {
    const page = await open()
    page.push('notice', { code: 'projector-unplugged' })
    expect(await screen.findByText('The projector’s screen is gone.')).toBeTruthy()
    page.push('notice', { code: 'projector-found' })
    expect(await screen.findByText('Another screen was found.')).toBeTruthy()
    expect(screen.queryByText('The projector’s screen is gone.')).toBeNull()
  })
})
