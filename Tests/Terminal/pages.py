"""The sums of a database's pages, computed once more: for tests that change one and want it answered all the same."""

import struct

PAGE = 4096
MASK = (1 << 64) - 1


def mixed(total, word):
    total = (total ^ word) * 0x9E3779B97F4A7C15 & MASK
    return total ^ total >> 32


def page_sum(page, offset):
    """As docs/decisions/0027-sums-of-pages.md has it."""
    words = struct.unpack(f"<{PAGE // 8 - 1}Q", page[:-8])
    first, second = [0] * 4, [0] * 4
    whole = len(words) // 4 * 4
    for place in range(whole):
        lane = place % 4
        first[lane] = (first[lane] + words[place]) & MASK
        second[lane] = (second[lane] + first[lane]) & MASK
    total = mixed(PAGE, offset)
    for word in words[whole:]:
        total = mixed(total, word)
    for lane in range(4):
        total = mixed(mixed(total, first[lane]), second[lane])
    return total


def seal(path, original):
    """Gives the pages their sums in which a database differs from the one that it was copied of."""
    held = original.read_bytes()
    with open(path, "r+b") as file:
        for offset in range(0, path.stat().st_size, PAGE):
            page = file.read(PAGE)
            if page != held[offset : offset + PAGE]:
                file.seek(offset + PAGE - 8)
                file.write(struct.pack("<Q", page_sum(page, offset)))
                file.seek(offset + PAGE)
