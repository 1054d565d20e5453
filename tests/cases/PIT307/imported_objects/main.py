# why: objects of another module's classes: imported, made, annotated, gone through, kept
from __future__ import annotations

from shop import Cart, make_cart, cart, carts, CartError
import shop
import shop as s
from typing import Optional, List


def use0():
    c = Cart()
    print(c.total)  # expect: PIT307


def use1():
    c = make_cart()
    print(c.total)  # expect: PIT307


def use3():
    cart.clear  # expect: PIT307


def use4():
    print(f"{cart.total}")  # expect: PIT307


def use6():
    for c in carts:
        print(c.total)  # expect: PIT307


def use10():
    with Cart() as c:
        print(c.total)  # expect: PIT307


def use14():
    print(shop.cart.total)  # expect: PIT307


def use15():
    print(s.cart.size, s.cart.n, cart.size)
    if cart.size:
        print("x")


def use18():
    print(Cart.make().total)  # expect: PIT307


def use20():
    c: Cart = make_cart()
    while c.is_empty:  # expect: PIT307
        break


def use22():
    try:
        cart.clear
    except AttributeError:
        pass


def use23():
    print(cart.total.__name__, callable(cart.total), repr(cart.total))


def use24():
    print("%s" % cart.total)  # expect: PIT307


def f(c: Cart):
    print(c.total)  # expect: PIT307

def f(c: "Cart"):
    if c.is_empty:  # expect: PIT307
        print("x")

class Holder:
    def __init__(self, cart: Cart):
        self.cart = cart

    def show(self):
        print(self.cart.total)  # expect: PIT307

class Other:
    def __init__(self):
        self._cart = shop.Cart()

    def show(self):
        print("total", self._cart.total)  # expect: PIT307
        print("n", self._cart.n, self._cart.size)
