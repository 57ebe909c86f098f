"""A page in Debian's Chromium: what a reader does to it, and what the browser says of it."""

import json
import shutil
from contextlib import contextmanager

import pytest

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
needs_chromium = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="there is no chromium with its chromedriver that could open the page"
)
OPTIONS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run")
PHONE, DESK = (390, 844), (1280, 800)


class Browser:
    """A window of Chromium."""

    def __init__(self, driver):
        self.driver = driver

    def command(self, name, **values):
        return self.driver.execute_cdp_cmd(name, values)

    def run(self, script, *values):
        return self.driver.execute_script(script, *values)

    def open(self, file, size=PHONE, dark=False):
        """A page in a window of some size; where that is a telephone's, it is touched."""
        width, height = size
        phone = size == PHONE
        self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=phone
        )
        self.command("Emulation.setTouchEmulationEnabled", enabled=phone)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.command("Emulation.setEmulatedMedia", features=[scheme])
        self.driver.get_log("performance"), self.driver.get_log("browser")
        self.driver.get(file.as_uri())

    # ---- what a reader does --------------------------------------------------------------------------------------

    def middle(self, selector):
        """Where an element stands in the window, brought there first."""
        return self.run(
            "const e = document.querySelector(arguments[0]); e.scrollIntoView({block: 'nearest'});"
            "const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2];",
            selector,
        )

    def tap(self, selector):
        self.touch([self.middle(selector)])

    def touch(self, places):
        """A finger goes down at the first place, along the others, and up again."""
        points = [[{"x": x, "y": y}] for x, y in places]
        for kind, touches in zip(["touchStart"] + ["touchMove"] * (len(points) - 1), points, strict=True):
            self.command("Input.dispatchTouchEvent", type=kind, touchPoints=touches)
        self.command("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def click(self, selector):
        x, y = self.middle(selector)
        self.click_at(x, y)

    def click_at(self, x, y):
        for kind in ("mousePressed", "mouseReleased"):
            self.command("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def press(self, key, shift=False):
        for kind in ("keyDown", "keyUp"):
            self.command("Input.dispatchKeyEvent", type=kind, key=key, modifiers=8 if shift else 0)

    def until(self, expression):
        """Wait for what the page does in a later frame."""
        self.driver.execute_async_script(
            f"const look = () => ({expression}) ? arguments[0]() : requestAnimationFrame(look); look();"
        )

    # ---- what there is then --------------------------------------------------------------------------------------

    def text(self, selector):
        return self.run("return document.querySelector(arguments[0]).textContent", selector)

    def phase(self):
        return int(self.run("return document.querySelector('#strip').ariaValueNow"))

    def numbers(self):
        """The numbers of the tables, by their names."""
        rows = self.run("return [...document.querySelectorAll('td')].map(e => [e.dataset.field, e.dataset.value])")
        return {field: float(value) for field, value in rows}

    def requests(self):
        """The addresses that were asked for since the page was opened."""
        events = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        return [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]

    def complaints(self):
        return [entry["message"] for entry in self.driver.get_log("browser")]


@contextmanager
def chromium():
    """A browser that writes down what is asked of the network, and what it complains about."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for option in OPTIONS:
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService(DRIVER))
    try:
        yield Browser(driver)
    finally:
        driver.quit()
