// Plain old JavaScript: runs where the page itself cannot, and then shows the way without it. The wait is for slow networks.
// `toSorted` came to all browsers last of what the page needs.
setTimeout(
  function () {
    if (document.getElementById('app').firstChild === null) document.getElementById('paper').removeAttribute('hidden')
  },
  'noModule' in document.createElement('script') && 'toSorted' in Array.prototype ? 8000 : 0,
)
