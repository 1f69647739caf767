import './bare.css'

declare global {
  interface Window {
    bareChange?: (n: number) => boolean
  }
}

/** As many as the board has mounted near its view. */
const CARDS = 112
const COLUMNS = 7
const STEP = { x: 165, y: 70 }

const cardAt = (text: string): HTMLElement => {
  const card = document.createElement('div')
  card.className = 'bare-card'
  card.textContent = text
  document.body.append(card)
  return card
}

for (let at = 0; at < CARDS; at += 1) {
  const card = cardAt('Each of us has a plan for the family. Together we have none.')
  card.style.left = `${(at % COLUMNS) * STEP.x}px`
  card.style.top = `${Math.floor(at / COLUMNS) * STEP.y}px`
}

/** The least there is: one element in a layer of its own that follows the pointer. */
const moved = cardAt('Moved')
moved.classList.add('bare-moved')
window.addEventListener('pointermove', (event) => {
  moved.style.translate = `${event.clientX}px ${event.clientY}px`
})

/** The least that any change can cost: the words of one element become others, in the frames that follow. */
window.bareChange = (n) => {
  moved.textContent = `Changed ${n}`
  return true
}
