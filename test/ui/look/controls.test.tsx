import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { Button, IconButton } from '../../../renderer/shared/look/button'
import { VoiceChip } from '../../../renderer/shared/look/chip'
import { PatternDefs } from '../../../renderer/shared/look/pattern-defs'
import { Progress } from '../../../renderer/shared/look/progress'
import { Segmented } from '../../../renderer/shared/look/segmented'
import { applyTheme } from '../../../renderer/shared/look/theme-choice'
import { VoiceBand } from '../../../renderer/shared/look/voice-band'
import { VoiceMark } from '../../../renderer/shared/look/voice-mark'
import { patternFill } from '../../../renderer/shared/look/voices'

afterEach(cleanup)

type View = 'map' | 'outline' | 'table'

const Views = () => {
  const [view, setView] = useState<View>('map')
  const segments = [
    { value: 'map', label: 'Map' },
    { value: 'outline', label: 'Outline' },
    { value: 'table', label: 'Table', disabled: true },
  ] as const
  return <Segmented<View> name="View" value={view} segments={segments} onChange={setView} />
}

describe('Button', () => {
  it('stays in reach but does nothing while it is unavailable, and says why', async () => {
    let pressed = 0
    render(
      <Button onClick={() => (pressed += 1)} unavailable="No dots left">
        Add a dot
      </Button>,
    )
    await userEvent.tab()
    const button = screen.getByRole('button', { name: 'Add a dot' })
    expect(document.activeElement).toBe(button)
    await userEvent.click(button)
    expect(pressed).toBe(0)
    expect(button.getAttribute('aria-disabled')).toBe('true')
    expect(button.title).toBe('No dots left')
  })

  it('does not send a form while it is unavailable', async () => {
    let sent = 0
    render(
      <form onSubmit={() => (sent += 1)}>
        <Button type="submit" unavailable="Write a name first">
          Save
        </Button>
      </form>,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(sent).toBe(0)
  })

  it('gives a button that is only an icon its name', () => {
    render(<IconButton name="Close" icon={<svg />} />)
    expect(screen.getByRole('button', { name: 'Close' }).title).toBe('Close')
  })
})

describe('Segmented', () => {
  it('is one radio group that arrow keys move through', async () => {
    render(<Views />)
    expect(screen.getByRole('radiogroup', { name: 'View' })).toBeTruthy()
    await userEvent.tab()
    await userEvent.keyboard('{ArrowRight}')
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Outline' }).checked).toBe(true)
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Map' }).checked).toBe(false)
  })

  it('does not choose what is disabled', async () => {
    render(<Views />)
    await userEvent.click(screen.getByRole('radio', { name: 'Table' }))
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Map' }).checked).toBe(true)
  })
})

describe('voices', () => {
  it('turns a voice filter off and names the bare shape', async () => {
    let last: boolean | undefined
    render(<VoiceChip voice={3} name="Managers" pressed onChange={(pressed) => (last = pressed)} />)
    const chip = screen.getByRole('button', { name: 'Managers', pressed: true })
    await userEvent.click(chip)
    expect(last).toBe(false)
  })

  it('is silent beside a name and speaks when it stands alone', () => {
    const { container } = render(<VoiceMark voice={2} />)
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
    render(<VoiceMark voice={2} label="Front-line staff" />)
    expect(screen.getByRole('img', { name: 'Front-line staff' })).toBeTruthy()
  })

  it('gives every voice that was heard a part, and nothing to the others', () => {
    const parts = [
      { voice: 1, count: 12 },
      { voice: 4, count: 0 },
      { voice: 'joined', count: 3 },
    ] as const
    render(<VoiceBand parts={parts} label="Families 12, managers and policymakers 3" />)
    const band = screen.getByRole('img', { name: /Families 12/ })
    expect([...band.children].map((part) => part.className)).toEqual(['pat voice-1', 'pat voice-joined'])
  })

  it('defines the patterns that charts refer to', () => {
    const { container } = render(<PatternDefs />)
    for (const voice of [1, 8, 'joined'] as const) {
      const id = /#(.+)\)/.exec(patternFill(voice))?.[1]
      expect(container.querySelector(`pattern[id="${id}"]`)).not.toBeNull()
    }
  })
})

describe('Progress', () => {
  it('says how far the work is, in words', () => {
    render(<Progress done={24} total={60} words="24 of 60 pages" name="Report" after={0} />)
    const bar = screen.getByRole('progressbar', { name: 'Report' })
    expect(bar.getAttribute('aria-valuetext')).toBe('24 of 60 pages')
    expect(bar.getAttribute('aria-valuenow')).toBe('24')
  })

  it('shows nothing for work that is done at once', () => {
    const { container } = render(<Progress done={1} total={2} words="1 of 2" name="Report" />)
    expect(container.childElementCount).toBe(0)
  })
})

describe('applyTheme', () => {
  it('sets the theme and gives it back to the system', () => {
    const root = document.createElement('html')
    applyTheme('contrast', root)
    expect(root.getAttribute('data-theme')).toBe('contrast')
    applyTheme('system', root)
    expect(root.hasAttribute('data-theme')).toBe(false)
  })
})
