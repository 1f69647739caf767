import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWindows } from '../../electron/main/windows'
import type { DisplayNews } from '../../electron/main/windows'
import { screen, seen } from './fake-electron'

const main = {
  id: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 30, width: 1920, height: 1050 },
}
const beamer = (id: number, x: number) => {
  const bounds = { x, y: 0, width: 1280, height: 720 }
  return { id, bounds, workArea: bounds }
}

const open = () => {
  const news: DisplayNews[] = []
  const windows = createWindows(
    () => undefined,
    (one) => news.push(one),
  )
  return { windows, news, facilitator: windows.openFacilitator() }
}

const last = () => {
  const found = seen.windows.at(-1)
  if (!found) throw new Error('no window')
  return found
}

const plug = (display: ReturnType<typeof beamer>): void => {
  seen.displays = [...seen.displays, display]
  screen.emit('display-added', {}, display)
}
const unplug = (display: ReturnType<typeof beamer>): void => {
  seen.displays = seen.displays.filter(({ id }) => id !== display.id)
  screen.emit('display-removed', {}, display)
}

beforeEach(() => {
  seen.displays = [main]
  seen.windows.length = 0
})
afterEach(() => screen.removeAllListeners())

describe('the projector and its display', () => {
  it('fills the display that is not the main one', () => {
    seen.displays = [main, beamer(2, 1920)]
    open().windows.openProjector()
    expect(last()).toMatchObject({ url: 'app://bundle/projector.html', full: true, bounds: { x: 1920, width: 1280 } })
  })

  it('unplugged, stands as a small window on the main display and says so; nothing is closed', () => {
    const second = beamer(2, 1920)
    seen.displays = [main, second]
    const { windows, news } = open()
    windows.openProjector()
    const projector = last()
    unplug(second)
    expect(projector).toMatchObject({
      full: false,
      destroyed: false,
      bounds: { x: 40, y: 70, width: 1280, height: 720 },
    })
    expect(news).toEqual(['projector-unplugged'])
    expect(seen.windows).toHaveLength(2)
  })

  it('that the system has pushed onto the main display already does not cover the work', () => {
    const second = beamer(2, 1920)
    seen.displays = [main, second]
    const { windows } = open()
    windows.openProjector()
    const projector = last()
    projector.bounds = main.bounds
    unplug(second)
    expect(projector).toMatchObject({ full: false, bounds: { width: 1280 } })
  })

  it('plugged in again, is offered and goes there when asked', () => {
    const second = beamer(2, 1920)
    seen.displays = [main, second]
    const { windows, news } = open()
    windows.openProjector()
    const projector = last()
    unplug(second)
    plug(second)
    expect(news).toEqual(['projector-unplugged', 'projector-found'])
    expect(projector.full).toBe(false)
    windows.openProjector()
    expect(projector).toMatchObject({ full: true, bounds: { x: 1920 } })
    expect(seen.windows).toHaveLength(2)
  })

  it('another display that goes is no concern of the projector', () => {
    const second = beamer(2, 1920)
    const third = beamer(3, 4000)
    seen.displays = [main, second, third]
    const { windows, news } = open()
    windows.openProjector()
    unplug(third)
    expect(news).toEqual([])
    expect(last().full).toBe(true)
  })
})

describe('projectors of parallel groups', () => {
  it('have a window each, on the displays there are', () => {
    seen.displays = [main, beamer(2, 1920), beamer(3, 4000)]
    const { windows } = open()
    windows.openProjector('group-a')
    expect(last()).toMatchObject({ url: 'app://bundle/projector.html#group=group-a', full: true, bounds: { x: 1920 } })
    windows.openProjector('group-b')
    expect(last()).toMatchObject({ url: 'app://bundle/projector.html#group=group-b', full: true, bounds: { x: 4000 } })
    windows.openProjector()
    expect(last()).toMatchObject({ full: false, bounds: { width: 1280 } })
    windows.openProjector('group-a')
    expect(seen.windows).toHaveLength(4)
  })

  it('close with the facilitator’s window', () => {
    const { windows, facilitator } = open()
    windows.openProjector('group-a')
    windows.openProjector()
    facilitator.close()
    expect(seen.windows.every(({ destroyed }) => destroyed)).toBe(true)
    expect(windows.all()).toEqual([])
  })
})
